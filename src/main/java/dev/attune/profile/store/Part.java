package dev.attune.profile.store;

import dev.attune.profile.fold.Fold;
import dev.attune.profile.fold.Session;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The state of one identifier, and whether its device ever had another customer.
 *
 * @param sole no other customer is joined to this device
 */
record Part(String owner, boolean sole, long version, Fold fold) {
  Part {
    fold.bound();
  }

  /**
   * What of it belongs to a customer: all of their own; of a device, the sessions in which nobody
   * else was proven, and where the device has had several customers, only those in which this one
   * was, as far as the fold tells them apart.
   */
  List<Session> of(String customer) {
    if (owner.equals(customer)) {
      return List.copyOf(fold.sessions());
    }
    Optional<Session> blurred = sole ? Optional.empty() : fold.past();
    return fold.sessions().stream()
        .filter(session -> belongs(session, customer) && !blurred.equals(Optional.of(session)))
        .toList();
  }

  private boolean belongs(Session session, String customer) {
    return session.proofs().isEmpty() ? sole : session.proofs().equals(Set.of(customer));
  }

  /**
   * What of it somebody may read who only names the device: what came after the last session in
   * which a customer was proven, because everything before is that customer's.
   *
   * @param apart customers whom an operator took this device from, whose proofs say nothing
   */
  List<Session> ofNobody(Set<String> apart) {
    Collection<Session> sessions = fold.sessions();
    long proven =
        sessions.stream()
            .filter(session -> !apart.containsAll(session.proofs()))
            .mapToLong(Session::end)
            .max()
            .orElse(Long.MIN_VALUE);
    return sessions.stream().filter(session -> session.start() > proven).toList();
  }
}
