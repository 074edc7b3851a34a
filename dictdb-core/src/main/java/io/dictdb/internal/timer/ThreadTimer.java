package io.dictdb.internal.timer;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** A thread that waits. It does not keep the process from ending. */
public final class ThreadTimer implements Timer {
    private final ScheduledThreadPoolExecutor thread;

    /**
     * @param name the thread's
     */
    public ThreadTimer(String name) {
        this.thread = new ScheduledThreadPoolExecutor(1, task -> thread(task, name), new DiscardPolicy());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void after(Duration delay, Runnable task) {
        Future<?> unused = thread.schedule(task, TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
