package io.hemai.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Programs that make records over HTTP until they are closed, and keep a ledger of what was confirmed. */
public final class Writers implements AutoCloseable {
    private static final int PROGRAMS = 4;

    private final Map<String, String> confirmed = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> work = new ArrayList<>();
    private volatile boolean open = true;

    /** Begins; an api with a token may be used by several at once. */
    public Writers(Api program, String path) {
        for (int i = 0; i < PROGRAMS; i++) {
            work.add(threads.submit(() -> write(program, path)));
        }
    }

    private void write(Api program, String path) {
        while (open) {
            String name = "written " + number.incrementAndGet();
            confirmed.put(program.post(path, Map.of("name", name)).expect(201).text("id"), name);
        }
    }

    /** The names of the records by their ids. */
    public Map<String, String> confirmed() {
        return confirmed;
    }

    /** Ends, and fails if a program failed. */
    @Override
    public void close() throws InterruptedException, ExecutionException {
        open = false;
        for (Future<?> program : work) {
            program.get();
        }
        threads.close();
    }
}
