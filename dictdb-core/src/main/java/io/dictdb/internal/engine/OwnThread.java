package io.dictdb.internal.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread, for as long as there is something to do and a while longer. It does not keep the process from ending. */
final class OwnThread implements Executor {
    private static final int SECONDS = 10;

    private final ThreadPoolExecutor pool;

    /** @param name the thread's */
    OwnThread(String name) {
        this.pool = new ThreadPoolExecutor(1, 1, SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }
}
