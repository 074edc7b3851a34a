package io.dictdb.proofs.transactions;

import io.dictdb.internal.file.Disk;
import io.dictdb.internal.file.Storage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The disk of a process that dies: from some call on, nothing that would change it is done. */
final class DyingDisk {
    private static final Set<String> HARMLESS = Set.of("open", "size", "list", "own", "createDirectories", "close");

    private final AtomicInteger left;

    private DyingDisk(int calls) {
        this.left = new AtomicInteger(calls);
    }

    /** @param calls how many changes are done before */
    static Storage of(int calls) {
        return (Storage) new DyingDisk(calls).proxy(Storage.class, Disk.HERE);
    }

    private Object proxy(Class<?> type, Object real) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            if (!HARMLESS.contains(method.getName()) && left.decrementAndGet() < 0) {
                throw new IOException("the process is dead");
            }
            Object result = call(method, real, arguments);
            return result instanceof Storage.Output file ? proxy(Storage.Output.class, file) : result;
        });
    }

    private static Object call(Method method, Object real, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
