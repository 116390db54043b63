package io.hemai.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Does the same in many threads at one moment. */
public final class AtOnce {
    private static final int PATIENCE_SECONDS = 60;

    private AtOnce() {}

    /** What each of them came to, in the order of their numbers. */
    public static <T> List<T> run(int many, IntFunction<T> work) throws InterruptedException {
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<T>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                int number = i;
                Callable<T> one = () -> {
                    begin.await();
                    return work.apply(number);
                };
                running.add(threads.submit(one));
            }
            begin.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }
}
