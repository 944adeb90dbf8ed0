package dev.attune.profile.fold;

import dev.attune.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that one identifier's events add up to, while it is being made; not for several threads.
 *
 * <p>Its only operation is to take in a session, an event being a session of one instant: those
 * within {@link #GAP} of each other become one. Sums, unions and maxima make the outcome the same
 * for every order in which events come, so equal sets of events have equal bytes. How many subjects
 * and sessions it tells apart is {@link #bound bounded}.
 */
public final class Fold {
  /** The silence that ends a session; part of the state, so that changing it needs a refold. */
  public static final Duration GAP = Duration.ofMinutes(30);

  private static final long GAP_MILLIS = GAP.toMillis();

  private final TreeMap<Long, Session> byStart = new TreeMap<>();

  /** Counts one event. */
  public void count(Instant at, Stream<Signal> signals) {
    add(Session.of(at.toEpochMilli(), signals));
  }

  /**
   * Notes that an event on this device was proven to be a customer's, whose fold counts it.
   *
   * @param customer the customer's key
   */
  public void witness(Instant at, String customer) {
    add(Session.witnessed(at.toEpochMilli(), customer));
  }

  /** Takes in everything of another fold, which stays as it is. */
  public void merge(Fold other) {
    other.sessions().forEach(session -> add(session.copy(true)));
  }

  /** Takes in what was counted in a session of another fold, but not who was proven in it. */
  public void mergeCounted(Session session) {
    add(session.copy(false));
  }

  /**
   * Makes one of the old sessions that are too many, and leaves out subjects that are; whichever of
   * the folds that were merged are bounded already makes no difference.
   */
  public void bound() {
    OptionalLong last = Bound.past(byStart.descendingMap().values());
    if (last.isPresent()) {
      Session past = byStart.firstEntry().getValue();
      Collection<Session> later =
          byStart.subMap(past.start(), false, last.getAsLong(), true).values();
      later.forEach(past::absorb);
      later.clear();
    }
    Bound.keep(byStart.values());
  }

  /**
   * The session of a bounded fold that many old ones may have become, so that nobody knows in which
   * of them a customer was proven; empty where none did.
   */
  public Optional<Session> past() {
    return Bound.past(byStart.descendingMap().values()).isPresent()
        ? Optional.of(byStart.firstEntry().getValue())
        : Optional.empty();
  }

  /** In order of time, further apart than the gap. */
  public Collection<Session> sessions() {
    return Collections.unmodifiableCollection(byStart.values());
  }

  void add(Session session) {
    Map.@Nullable Entry<Long, Session> before = byStart.floorEntry(session.start());
    Session joined = session;
    if (before != null && session.start() - before.getValue().end() <= GAP_MILLIS) {
      joined = before.getValue();
      joined.absorb(session);
    }
    Map.@Nullable Entry<Long, Session> after = byStart.higherEntry(joined.start());
    while (after != null && after.getKey() - joined.end() <= GAP_MILLIS) {
      joined.absorb(after.getValue());
      byStart.remove(after.getKey());
      after = byStart.higherEntry(joined.start());
    }
    byStart.put(joined.start(), joined);
  }
}
