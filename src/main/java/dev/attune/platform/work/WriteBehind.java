package dev.attune.platform.work;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes what waits behind the responses: batch after batch, one at a time. What cannot be written
 * for now waits for the next tenth of a second.
 */
public final class WriteBehind {
  private static final long EVERY_MILLIS = 100;
  private static final Duration SHUTDOWN = Duration.ofSeconds(20);

  private final String what;
  private final Supplier<Optional<Uni<Void>>> next;
  private final AtomicReference<@Nullable Uni<Void>> running = new AtomicReference<>();
  private volatile @Nullable Runnable timer;

  /**
   * @param what is written, as a log begins a sentence with it
   * @param next writes the next batch and lets go of it where that went well; empty when nothing
   *     waits. It is never asked while a batch is being written.
   */
  public WriteBehind(String what, Supplier<Optional<Uni<Void>>> next) {
    this.what = what;
    this.next = next;
  }

  /** Writes from now on. */
  public void start(Vertx vertx) {
    long number = vertx.setPeriodic(EVERY_MILLIS, tick -> tick());
    timer = () -> vertx.cancelTimer(number);
  }

  /** Writes the last of it before it returns, and nothing after that. */
  public void stop() {
    Runnable cancelling = timer;
    if (cancelling != null) {
      cancelling.run();
    }
    settled().await().atMost(SHUTDOWN);
  }

  /** Writes until nothing waits; joins the writing that is under way where there is one. */
  public Uni<Void> drain() {
    Uni<Void> mine =
        Uni.createFrom()
            .deferred(this::writeAll)
            .onTermination()
            .invoke(() -> running.set(null))
            .memoize()
            .indefinitely();
    Uni<Void> theirs = running.compareAndExchange(null, mine);
    return theirs == null ? mine : theirs;
  }

  /** All that waits now is written: what is under way may have begun before the last of it came. */
  public Uni<Void> settled() {
    Uni<Void> under = running.get();
    return under == null ? drain() : under.onFailure().recoverWithNull().chain(this::drain);
  }

  /**
   * Writes all of a batch but what would be refused for ever: a batch that is refused is written in
   * halves, and these in halves, until what is refused stands alone and is given up.
   *
   * @param write writes all that it is given, or nothing of it
   * @param givenUp told of each that is left out, and why
   */
  public static <T> Uni<Void> allBut(
      List<T> batch, Function<List<T>, Uni<Void>> write, BiConsumer<T, Throwable> givenUp) {
    return Uni.createFrom()
        .deferred(() -> write.apply(batch))
        .onFailure(WriteBehind::refused)
        .recoverWithUni(failure -> halves(batch, write, givenUp, failure));
  }

  private static <T> Uni<Void> halves(
      List<T> batch,
      Function<List<T>, Uni<Void>> write,
      BiConsumer<T, Throwable> givenUp,
      Throwable failure) {
    if (batch.size() < 2) {
      batch.forEach(one -> givenUp.accept(one, failure));
      return Uni.createFrom().voidItem();
    }
    int half = batch.size() / 2;
    return allBut(batch.subList(0, half), write, givenUp)
        .chain(() -> allBut(batch.subList(half, batch.size()), write, givenUp));
  }

  /**
   * Whether the same batch would be refused for ever: data exceptions, violated constraints, and
   * what cannot even be put into words for the store.
   */
  public static boolean refused(Throwable failure) {
    return failure instanceof IllegalArgumentException
        || failure instanceof ArithmeticException
        || failure instanceof DateTimeException
        || failure instanceof UncheckedIOException
        || (failure instanceof PgException refusal && refused(refusal.getSqlState()));
  }

  private static boolean refused(@Nullable String state) {
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }

  private void tick() {
    if (running.get() == null) {
      drain()
          .subscribe()
          .with(done -> {}, failure -> Log.warnf("%s wait: %s", what, failure.getMessage()));
    }
  }

  private Uni<Void> writeAll() {
    return next.get()
        .map(batch -> batch.chain(this::writeAll))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }
}
