package dev.attune.profile.store;

import dev.attune.events.Identifier;
import dev.attune.platform.personal.Person;
import dev.attune.platform.personal.Person.Visit;
import dev.attune.profile.fold.Fold;
import dev.attune.profile.fold.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How far an erasure or an export reaches: what is the asker's, and nobody else's. */
final class Reach {
  private Reach() {}

  /**
   * An identifier with what came in under it.
   *
   * @param others how many other customers are joined to it
   * @param apart an operator took it from the asker
   * @param fold read where it tells whose what is: a device of one alone needs none
   */
  record Device(String key, long others, boolean apart, Supplier<Fold> fold) {}

  /** All of a customer, and the id that public keys claim for them. */
  static Person customer(Identifier customer, List<Device> devices) {
    Set<String> keys = new HashSet<>();
    keys.add(customer.key());
    keys.add(new Identifier(Identifier.Type.CLAIMED, customer.value()).key());
    List<Visit> visits = new ArrayList<>();
    Set<String> marked = new HashSet<>();
    for (Device device : devices) {
      if (device.apart) {
        marked.add(device.key);
      } else if (device.others == 0) {
        keys.add(device.key);
      } else {
        marked.add(device.key);
        visits(device.key, device.fold.get(), Set.of(customer.key())).forEach(visits::add);
      }
    }
    return new Person(keys, visits, marked);
  }

  /**
   * What of a device belongs to no customer: all where none ever was, nothing where there is one,
   * and the unproven sessions where there are several.
   */
  static Optional<Person> visitor(Device device) {
    if (device.others == 1) {
      return Optional.empty();
    }
    Fold fold = device.fold.get();
    boolean proven = fold.sessions().stream().anyMatch(session -> !session.proofs().isEmpty());
    return Optional.of(
        device.others == 0 && !proven
            ? new Person(Set.of(device.key), List.of())
            : new Person(Set.of(), visits(device.key, fold, Set.of()).toList()));
  }

  private static Stream<Visit> visits(String device, Fold fold, Set<String> proofs) {
    return fold.sessions().stream()
        .filter(session -> session.proofs().equals(proofs))
        .map((Session session) -> visit(device, session));
  }

  private static Visit visit(String device, Session session) {
    return new Visit(
        device, Instant.ofEpochMilli(session.start()), Instant.ofEpochMilli(session.end()));
  }
}
