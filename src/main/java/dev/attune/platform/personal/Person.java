package dev.attune.platform.personal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What of the customer store is one person's.
 *
 * @param keys identifiers that are theirs alone, as {@code visitor:8b52f660}
 * @param visits what was done on devices that are others' as well
 */
public record Person(Set<String> keys, List<Visit> visits) {
  public Person {
    keys = Set.copyOf(keys);
    visits = List.copyOf(visits);
  }

  /** Both ends belong to it. */
  public record Visit(String device, Instant first, Instant last) {}

  /** The keys as an array, in order. */
  public String[] keyArray() {
    return new TreeSet<>(keys).toArray(String[]::new);
  }

  /** The visits' devices; together with the two below, columns for {@code unnest}. */
  public String[] devices() {
    return visits.stream().map(Visit::device).toArray(String[]::new);
  }

  public OffsetDateTime[] firsts() {
    return times(Visit::first);
  }

  public OffsetDateTime[] lasts() {
    return times(Visit::last);
  }

  private OffsetDateTime[] times(Function<Visit, Instant> time) {
    return visits.stream()
        .map(visit -> time.apply(visit).atOffset(ZoneOffset.UTC))
        .toArray(OffsetDateTime[]::new);
  }
}
