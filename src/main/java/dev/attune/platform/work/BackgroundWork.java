package dev.attune.platform.work;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Work on whole catalogs, off the request threads. What shoppers wait for begins at once; what can
 * wait takes turns, one piece at a time and never beside the former, so that their needs for memory
 * and processors do not add up.
 */
@ApplicationScoped
public class BackgroundWork {
  private final Executor workers;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int urgent;
  private boolean busy;

  @Inject
  BackgroundWork() {
    this(Infrastructure.getDefaultWorkerPool());
  }

  public BackgroundWork(Executor workers) {
    this.workers = workers;
  }

  /** Begins at once. */
  public void urgent(Runnable work) {
    synchronized (this) {
      urgent++;
    }
    workers.execute(
        () -> {
          try {
            work.run();
          } finally {
            ended(true);
          }
        });
  }

  /** Begins when nothing urgent is going on and what was asked for before is done. */
  public void patient(Runnable work) {
    synchronized (this) {
      waiting.add(work);
    }
    next();
  }

  private void ended(boolean wasUrgent) {
    synchronized (this) {
      if (wasUrgent) {
        urgent--;
      } else {
        busy = false;
      }
    }
    next();
  }

  private void next() {
    Runnable work;
    synchronized (this) {
      if (busy || urgent > 0 || waiting.isEmpty()) {
        return;
      }
      busy = true;
      work = waiting.remove();
    }
    workers.execute(
        () -> {
          try {
            work.run();
          } finally {
            ended(false);
          }
        });
  }
}
