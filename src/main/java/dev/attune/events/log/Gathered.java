package dev.attune.events.log;

import dev.attune.events.LoggedEvent;
import dev.attune.events.Signal;
import dev.attune.platform.work.Aside;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Events in whatever order they come, reduced to rows of numbers, then told owner by owner in the
 * order of time, an order that came twice once: 20 bytes a row while they come, 24 while they are
 * told. For one thread, told once.
 */
public final class Gathered {
  private static final int ORDER = 0;
  private static final long MICROS = 1_000_000;

  private final OwnerNumbers owners = new OwnerNumbers();
  private final Rows rows = new Rows();
  private int owner;
  private long micros;
  private int place;
  private long events;

  /** What is told: an owner, that owner's events, each with its rows. */
  public interface Listener {
    /** What follows is this owner's. */
    void owner(int number);

    /** What follows is an event's, with microseconds since 1970. */
    void event(long micros);

    /** As it was given to {@link Gathered#add}. */
    void row(int kind, int value);
  }

  /**
   * The rows that follow are this event's.
   *
   * @return its owner's number: new owners have the next one
   */
  public int begin(LoggedEvent event) {
    events++;
    owner = owners.of(event.owner());
    micros = micros(event.happenedAt());
    place = event.place();
    for (Signal signal : event.signals()) {
      if (signal.kind() == Signal.Kind.ORDER) {
        rows.add(owner, micros, place, ORDER, (int) KeyHash.of(signal.subject()));
        break;
      }
    }
    return owner;
  }

  /**
   * One row of the event that was begun.
   *
   * @param kind from 1 to 15
   */
  public void add(int kind, int value) {
    if (kind < 1 || kind > 15) {
      throw new IllegalArgumentException("A kind is from 1 to 15, not " + kind);
    }
    rows.add(owner, micros, place, kind, value);
  }

  /** Microseconds since 1970. */
  public static long micros(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), MICROS), at.getNano() / 1_000);
  }

  /** How many rows there are. */
  public int size() {
    return rows.size();
  }

  /** The hash that an owner's key has as text. */
  public int hashOf(int owner) {
    return owners.hashOf(owner);
  }

  /** Lets go of the rows of all others. */
  public void keep(IntPredicate which) {
    rows.keep(which);
  }

  /**
   * Tells everything.
   *
   * @return how many events there were, repeated orders left out
   */
  public long tell(Listener to) {
    ByOwner sorted = new ByOwner(rows, owners.count());
    for (int each = 0; each < owners.count(); each++) {
      if (sorted.to(each) > sorted.from(each)) {
        to.owner(each);
        tell(sorted, each, to);
        Aside.step();
      }
    }
    return events;
  }

  private void tell(ByOwner sorted, int whose, Listener to) {
    Set<Integer> orders = new HashSet<>();
    int at = sorted.from(whose);
    while (at < sorted.to(whose)) {
      int first = sorted.row(at);
      boolean repeated = rows.kind(first) == ORDER && !orders.add(rows.value(first));
      if (repeated) {
        events--;
      } else {
        to.event(rows.micros(first));
      }
      do {
        int row = sorted.row(at);
        if (!repeated && rows.kind(row) != ORDER) {
          to.row(rows.kind(row), rows.value(row));
        }
        at++;
      } while (at < sorted.to(whose) && continues(first, sorted.row(at)));
    }
  }

  /** Every order begins an event of its own. */
  private boolean continues(int first, int row) {
    return rows.together(first, row) && rows.kind(row) != ORDER;
  }
}
