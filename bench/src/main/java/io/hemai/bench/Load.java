package io.hemai.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Clients that ask one after the other for a while, each on a connection of its own. */
record Load(int port, int clients) {
    /**
     * What came of it.
     *
     * @param perSecond answers
     * @param cpuMillis processor time of server and database for one answer
     */
    record Outcome(double perSecond, double cpuMillis) {}

    /** Asks for so long; every answer must be a success. */
    Outcome run(Duration time, Supplier<byte[]> requests, ServerProcess server) {
        Duration before = server.cpu();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                work.add(() -> ask(requests, end));
            }
            long answers = 0;
            for (Future<Long> done : threads.invokeAll(work)) {
                answers += done.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpu = server.cpu().minus(before).toNanos() / 1e6;
            return new Outcome(answers / seconds, cpu / answers);
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private long ask(Supplier<byte[]> requests, long end) throws IOException {
        long answers = 0;
        try (Wire wire = new Wire(port)) {
            while (System.nanoTime() < end) {
                int status = wire.exchange(requests.get()).status();
                if (status != 200 && status != 201) {
                    throw new IllegalStateException("answered " + status);
                }
                answers++;
            }
        }
        return answers;
    }
}
