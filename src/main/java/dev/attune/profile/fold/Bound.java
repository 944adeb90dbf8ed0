package dev.attune.profile.fold;

import dev.attune.events.log.KeyHash;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/**
 * The most that a fold tells apart, whatever clients make up: so many subjects, those with the
 * smallest hashes. Whatever is among the smallest of all is among the smallest of any part of all,
 * so nothing that stays in the end was ever left out on the way there: the bytes are the same in
 * every order, and merging bounded folds is bounding merged ones. Who has more subjects keeps a
 * fair sample of them, so that tastes keep their proportions (bottom-k sampling, Cohen and Kaplan
 * 2007).
 */
final class Bound {
  /** Some ten times what the most active shoppers of a year have; 100 KB or so. */
  static final int SUBJECTS = 5_000;

  private Bound() {}

  /** Leaves out of these sessions what is too much. */
  static void keep(Collection<Session> sessions) {
    int tallies = sessions.stream().mapToInt(session -> session.tallies().size()).sum();
    if (tallies <= SUBJECTS) {
      return;
    }
    Set<String> subjects = new HashSet<>();
    for (Session session : sessions) {
      session.tallies().keySet().forEach(counted -> subjects.add(counted.subject()));
    }
    if (subjects.size() > SUBJECTS) {
      Set<String> kept = new HashSet<>(smallest(subjects));
      sessions.forEach(session -> session.retain(kept));
    }
  }

  private static Collection<String> smallest(Set<String> subjects) {
    record Hashed(long hash, String subject) {}
    return subjects.stream()
        .map(subject -> new Hashed(KeyHash.of(subject), subject))
        .sorted(Comparator.comparingLong(Hashed::hash).thenComparing(Hashed::subject))
        .limit(SUBJECTS)
        .map(Hashed::subject)
        .toList();
  }
}
