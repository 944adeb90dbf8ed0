package dev.attune.profile.fold;

import dev.attune.events.Signal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A maximal run of one identifier's event times with gaps of at most {@link Fold#GAP}: what was
 * counted in it, and which customers were proven on the device meanwhile.
 */
public final class Session {
  /** Signals of one event that make it as much to keep as another event does. */
  static final int SIGNALS = 8;

  private final long start;
  private long end;
  private long events;
  private final SortedSet<String> proofs = new TreeSet<>();

  /** Most sessions count few things, and a state has many sessions. */
  private final Map<Counted, Tally> tallies = new HashMap<>(4);

  Session(long start, long end, long events) {
    this.start = start;
    this.end = end;
    this.events = events;
  }

  static Session of(long at, Stream<Signal> signals) {
    Session session = new Session(at, at, 1);
    List<Signal> counted = signals.filter(signal -> KindCode.counted(signal.kind())).toList();
    for (Signal signal : counted) {
      session.count(new Counted(signal.kind(), signal.subject()), new Tally(signal.quantity(), at));
    }
    int more = (counted.size() - 1) / SIGNALS;
    if (more > 0) {
      session.count(Counted.MORE, new Tally(more, at));
    }
    return session;
  }

  static Session witnessed(long at, String customer) {
    Session session = new Session(at, at, 0);
    session.proofs.add(customer);
    return session;
  }

  /** The first event's time, epoch milliseconds. */
  public long start() {
    return start;
  }

  /** The last event's time, epoch milliseconds. */
  public long end() {
    return end;
  }

  /** How many events were counted; one that went to a proven customer's fold is not. */
  public long events() {
    return events;
  }

  /** How many events were counted, one of many signals as several. */
  long load() {
    @Nullable Tally more = tallies.get(Counted.MORE);
    return more == null ? events : events + more.quantity();
  }

  /** Keys of the customers who were proven in it. */
  public SortedSet<String> proofs() {
    return Collections.unmodifiableSortedSet(proofs);
  }

  public Map<Counted, Tally> tallies() {
    return Collections.unmodifiableMap(tallies);
  }

  void count(Counted what, Tally tally) {
    tallies.merge(what, tally, Tally::plus);
  }

  /** Leaves out what is counted of other subjects; that somebody was there stays. */
  void retain(Set<String> subjects) {
    tallies
        .keySet()
        .removeIf(
            counted -> !subjects.contains(counted.subject()) && !counted.equals(Counted.MORE));
  }

  void prove(String customer) {
    proofs.add(customer);
  }

  /** Takes in a session that starts no earlier than this one. */
  void absorb(Session later) {
    end = Math.max(end, later.end);
    events += later.events;
    proofs.addAll(later.proofs);
    later.tallies.forEach(this::count);
  }

  /** The same with so much less of what is counted, and without what is nothing then. */
  Session less(Map<Counted, Long> excess) {
    Session less = copy(true);
    excess.forEach(
        (counted, much) -> {
          Tally tally = less.tallies.remove(counted);
          if (tally != null && tally.quantity() > much) {
            less.tallies.put(counted, new Tally(tally.quantity() - much, tally.last()));
          }
        });
    return less;
  }

  Session copy(boolean withProofs) {
    Session copy = new Session(start, end, events);
    copy.tallies.putAll(tallies);
    if (withProofs) {
      copy.proofs.addAll(proofs);
    }
    return copy;
  }
}
