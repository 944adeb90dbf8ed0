package dev.attune.profile.fold;

import dev.attune.events.log.KeyHash;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The most that a fold tells apart, whatever clients make up.
 *
 * <p>Of subjects, those with the smallest hashes: whatever is among the smallest of all is among
 * the smallest of any part of all. Who has more subjects keeps a fair sample of them, so that
 * tastes keep their proportions (bottom-k sampling, Cohen and Kaplan 2007).
 *
 * <p>Of sessions, those of the newest hours with events, and of the newest events: all that begin
 * before are one. With more events the border only moves on, and what is one already has no more to
 * be told apart.
 *
 * <p>So nothing that stays in the end was ever left out on the way there: the bytes are the same in
 * every order, and merging bounded folds is bounding merged ones.
 */
final class Bound {
  /** Some ten times what the most active shoppers of a year have. */
  static final int SUBJECTS = 5_000;

  /** Bytes of subjects, with what is counted of them over all. */
  static final int OCTETS = 80_000;

  /** Bytes of one thing that is counted, without its subject. */
  static final int COUNTED = 8;

  /** Hours with events whose sessions are told apart: a visit a day for about three years. */
  static final int HOURS = 1_000;

  /** Events whose sessions are told apart, as {@link Session#load} counts them. */
  static final int EVENTS = 2_000;

  /** Longer than the gap, so that a session has an event in each hour that it lasts. */
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private static final int MOST_OCTETS_OF_A_CHARACTER = 3;

  private Bound() {}

  /** How many hours begin, or go on, in a time. */
  static long hours(long start, long end) {
    return Math.floorDiv(end, HOUR) - Math.floorDiv(start, HOUR) + 1;
  }

  /**
   * When the last session begins that is not told apart from those before it; empty where all are.
   */
  static OptionalLong past(Collection<Session> newestFirst) {
    long hours = 0;
    long load = 0;
    long counted = Long.MAX_VALUE;
    for (Session session : newestFirst) {
      long first = Math.floorDiv(session.start(), HOUR);
      long last = Math.min(Math.floorDiv(session.end(), HOUR), counted - 1);
      hours += Math.max(0, last - first + 1);
      counted = first;
      load += session.load();
      if (hours > HOURS || load >= EVENTS) {
        return OptionalLong.of(session.start());
      }
    }
    return OptionalLong.empty();
  }

  /** Leaves subjects out of these sessions that are too many. */
  static void keep(Collection<Session> sessions) {
    if (few(sessions)) {
      return;
    }
    Map<String, Set<Integer>> kinds = new HashMap<>();
    for (Session session : sessions) {
      for (Counted counted : session.tallies().keySet()) {
        if (!counted.equals(Counted.MORE)) {
          kinds.computeIfAbsent(counted.subject(), any -> new HashSet<>()).add(counted.code());
        }
      }
    }
    Set<String> kept = smallest(kinds);
    if (kept.size() < kinds.size()) {
      sessions.forEach(session -> session.retain(kept));
    }
  }

  /** Surely none too many, told without looking for which are the same. */
  private static boolean few(Collection<Session> sessions) {
    long tallies = 0;
    long octets = 0;
    for (Session session : sessions) {
      for (Counted counted : session.tallies().keySet()) {
        tallies++;
        octets += COUNTED + mostOctets(counted.subject());
      }
    }
    return tallies <= SUBJECTS && octets <= OCTETS;
  }

  static long mostOctets(String subject) {
    return (long) MOST_OCTETS_OF_A_CHARACTER * subject.length();
  }

  /**
   * Up to the one with which it is enough, because that there was one more must not be forgotten.
   */
  private static Set<String> smallest(Map<String, Set<Integer>> kinds) {
    record Hashed(long hash, String subject) {}
    List<Hashed> subjects =
        kinds.keySet().stream()
            .map(subject -> new Hashed(KeyHash.of(subject), subject))
            .sorted(Comparator.comparingLong(Hashed::hash).thenComparing(Hashed::subject))
            .limit(SUBJECTS)
            .toList();
    Set<String> kept = new HashSet<>();
    long octets = 0;
    for (Hashed hashed : subjects) {
      if (octets >= OCTETS) {
        break;
      }
      String subject = hashed.subject;
      kept.add(subject);
      octets += subject.getBytes(StandardCharsets.UTF_8).length;
      octets += (long) COUNTED * kinds.getOrDefault(subject, Set.of()).size();
    }
    return kept;
  }
}
