package dev.attune.platform.work;

import java.util.function.LongSupplier;

/**
 * Keeps work that is done again and again to a twentieth of the time, however long it takes once:
 * after an hour's work it is due again after nineteen. Rests within the work are no work, and work
 * on several threads counts as long as it takes. For one caller at a time.
 */
public final class Share {
  private static final int REST = 19;

  private final LongSupplier nanos;
  private volatile long dueAt;
  private long rested;

  public Share() {
    this(System::nanoTime);
  }

  Share(LongSupplier nanos) {
    this.nanos = nanos;
    this.dueAt = nanos.getAsLong();
  }

  /** Whether it has rested long enough since it was last done. */
  public boolean isDue() {
    return nanos.getAsLong() - dueAt >= 0;
  }

  /** Does it, and remembers how long that took, also when it fails. */
  public void spend(Runnable work) {
    long start = nanos.getAsLong();
    rested = 0;
    try {
      work.run();
    } finally {
      long end = nanos.getAsLong();
      dueAt = end + REST * (end - start - rested) - rested;
    }
  }

  /** Of the time that is being spent, so much was rest: said within the work, on its thread. */
  public void rested(long nanosOfRest) {
    rested += nanosOfRest;
  }
}
