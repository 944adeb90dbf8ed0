package dev.attune.ingest;

import dev.attune.ingest.Entry.Key;
import dev.attune.ingest.Entry.Person;
import dev.attune.platform.personal.Person.Visit;
import dev.attune.privacy.Consent;
import dev.attune.privacy.RetentionSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with events.
 *
 * @param erased when those people were erased who were
 * @param visits what was erased of devices that are others' as well
 * @param gone messages that were erased with who sent them
 * @param retention how long events may be kept at all
 */
record Allowed(
    Map<Person, Consent> consents,
    Map<Person, Instant> erased,
    Map<Person, List<Visit>> visits,
    Set<Key> gone,
    RetentionSettings retention) {

  boolean keep(Entry entry) {
    return !erased(entry) && !expired(entry) && consent(entry).allowsKeeping();
  }

  boolean personalize(Entry entry) {
    return consent(entry).allowsPersonalization();
  }

  /** Whether it is of what was erased. */
  boolean erased(Entry entry) {
    if (gone.contains(entry.key())) {
      return true;
    }
    @Nullable Instant end = erased.get(entry.person());
    if (end != null && entry.happenedAt().isBefore(end)) {
      return true;
    }
    return visits.getOrDefault(entry.person(), List.of()).stream()
        .anyMatch(visit -> visit.holds(entry.happenedAt()));
  }

  /** What retention would delete does not come back, or it would count twice. */
  private boolean expired(Entry entry) {
    return retention
        .of(entry.type())
        .filter(time -> entry.happenedAt().isBefore(entry.receivedAt().minus(time)))
        .isPresent();
  }

  private Consent consent(Entry entry) {
    return consents.getOrDefault(entry.person(), Consent.byDefault(Consent.State.DENIED));
  }
}
