package dev.attune.ingest;

import dev.attune.ingest.Entry.Person;
import dev.attune.privacy.Consent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may be done with events.
 *
 * @param erased when those people were erased who were
 */
record Allowed(Map<Person, Consent> consents, Map<Person, Instant> erased) {
  boolean keep(Entry entry) {
    @Nullable Instant end = erased.get(entry.person());
    boolean forgotten = end != null && entry.happenedAt().isBefore(end);
    return !forgotten && consent(entry).allowsKeeping();
  }

  boolean personalize(Entry entry) {
    return consent(entry).allowsPersonalization();
  }

  private Consent consent(Entry entry) {
    return consents.getOrDefault(entry.person(), Consent.byDefault(Consent.State.DENIED));
  }
}
