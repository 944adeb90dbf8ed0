package dev.attune.platform.work;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Work that nobody waits for, however many threads it would take: it gets half of the processors,
 * at least one, and the others go on answering shoppers. Where even that is too much, because there
 * are few of them, it also rests, at whatever it calls a {@link #step}.
 */
public final class Aside {
  private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private Aside() {}

  /**
   * Does it on threads of its own, which parallel streams within it keep to.
   *
   * @return what it returns
   */
  public static <T> T done(Supplier<T> work) {
    return done(Pace::hurried, nanos -> {}, work);
  }

  /**
   * As {@link #done(Supplier)}, at a pace.
   *
   * @param pace of each of the threads
   * @param rested told afterwards, on this thread, for how many nanoseconds it rested
   */
  public static <T> T done(Supplier<Pace> pace, LongConsumer rested, Supplier<T> work) {
    Pace driving = pace.get();
    ForkJoinPool threads = new ForkJoinPool(THREADS, named(pace), null, false);
    try {
      return threads.submit(() -> at(driving, work)).join();
    } finally {
      threads.shutdown();
      rested.accept(driving.rested());
    }
  }

  private static <T> T at(Pace pace, Supplier<T> work) {
    if (Thread.currentThread() instanceof Worker worker) {
      worker.pace = pace;
    }
    return work.get();
  }

  /**
   * After a step of long work, one that takes far longer than reading the clock: rests where that
   * is done aside at a pace, and does nothing anywhere else.
   */
  public static void step() {
    if (Thread.currentThread() instanceof Worker worker) {
      worker.pace.rest();
    }
  }

  /** Threads that find the classes which the caller finds. */
  private static ForkJoinWorkerThreadFactory named(Supplier<Pace> pace) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return pool -> {
      Worker thread = new Worker(pool, pace.get());
      thread.setContextClassLoader(loader);
      thread.setName("attune-aside-" + thread.getPoolIndex());
      return thread;
    };
  }

  private static final class Worker extends ForkJoinWorkerThread {
    private Pace pace;

    Worker(ForkJoinPool pool, Pace pace) {
      super(pool);
      this.pace = pace;
    }
  }
}
