package dev.attune.merchandising.impact;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Pieces of work that several threads do, each the next that nobody began; whoever waits for them
 * lends a hand, so that they are done also when no thread is free. For one thread at a time.
 */
final class Lanes<R> {
  private final Executor workers;
  private final int helpers;
  private List<FutureTask<R>> going = List.of();

  /**
   * @param helpers how many threads work beside the one that waits
   */
  Lanes(Executor workers, int helpers) {
    this.workers = workers;
    this.helpers = helpers;
  }

  /** Begins with these, after what was begun before was {@link #done}. */
  void begin(List<Callable<R>> pieces) {
    List<FutureTask<R>> tasks = pieces.stream().map(FutureTask::new).toList();
    going = tasks;
    for (int i = 0; i < helpers; i++) {
      workers.execute(() -> tasks.forEach(FutureTask::run)); // one that runs or ran is passed over
    }
  }

  /**
   * Waits for what was begun.
   *
   * @return the results in the order of the pieces
   */
  List<R> done() {
    going.forEach(FutureTask::run);
    List<R> results = new ArrayList<>(going.size());
    for (FutureTask<R> task : going) {
      results.add(result(task));
    }
    going = List.of();
    return results;
  }

  private static <R> R result(FutureTask<R> task) {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AttuneException(ErrorCode.UNAVAILABLE, null, "It was interrupted");
    }
  }
}
