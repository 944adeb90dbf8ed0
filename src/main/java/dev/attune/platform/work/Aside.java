package dev.attune.platform.work;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory;
import java.util.function.Supplier;

/**
 * Work that nobody waits for, however many threads it would take: it gets half of the processors,
 * at least one, and the others go on answering shoppers.
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
    ForkJoinPool threads = new ForkJoinPool(THREADS, named(), null, false);
    try {
      return threads.submit(work::get).join();
    } finally {
      threads.shutdown();
    }
  }

  /** Threads that find the classes which the caller finds. */
  private static ForkJoinWorkerThreadFactory named() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return pool -> {
      var thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
      thread.setContextClassLoader(loader);
      thread.setName("attune-aside-" + thread.getPoolIndex());
      return thread;
    };
  }
}
