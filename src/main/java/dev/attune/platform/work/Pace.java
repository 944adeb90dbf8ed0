package dev.attune.platform.work;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Rests within work of many small steps, so that those who wait for the same processors, disks and
 * stores get their turn: for one thread.
 */
public final class Pace {
  /** Shorter than anybody notices, and long enough that resting costs nothing. */
  private static final long WORK_NANOS = 5_000_000;

  /** A third of the time is work. */
  private static final int REST = 2;

  /** Reading the clock costs as much as a small step. */
  private static final int STEPS = 16;

  private final LongSupplier nanos;
  private final LongConsumer rest;
  private long began;
  private int steps;
  private long rested;

  private Pace(LongSupplier nanos, LongConsumer rest) {
    this.nanos = nanos;
    this.rest = rest;
    this.began = nanos.getAsLong();
  }

  /** Works a third of the time. */
  public static Pace calm() {
    return calm(System::nanoTime, LockSupport::parkNanos);
  }

  static Pace calm(LongSupplier nanos, LongConsumer rest) {
    return new Pace(nanos, rest);
  }

  /** Never rests. */
  public static Pace hurried() {
    return new Pace(() -> 0, nanos -> {});
  }

  /** After each step; rests where it is time to. */
  public void step() {
    if (++steps % STEPS == 0) {
      rest();
    }
  }

  /** After a step that takes far longer than reading the clock; rests where it is time to. */
  public void rest() {
    long worked = nanos.getAsLong() - began;
    if (worked >= WORK_NANOS) {
      rest.accept(worked * REST);
      long now = nanos.getAsLong();
      rested += now - began - worked;
      began = now;
    }
  }

  /** Nanoseconds of rest so far. */
  public long rested() {
    return rested;
  }
}
