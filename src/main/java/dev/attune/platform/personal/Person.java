package dev.attune.platform.personal;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What of the customer store is one person's.
 *
 * @param keys identifiers that are theirs alone, as {@code visitor:8b52f660}
 * @param visits what was done on devices that are others' as well
 * @param marked those devices, and others that only remember that this person was there
 */
public record Person(Set<String> keys, List<Visit> visits, Set<String> marked) {
  public Person {
    keys = Set.copyOf(keys);
    visits = List.copyOf(visits);
    marked = Set.copyOf(marked);
  }

  /** Somebody who left nothing more on others' devices. */
  public Person(Set<String> keys, List<Visit> visits) {
    this(keys, visits, Set.of());
  }

  /** Both ends belong to it. */
  public record Visit(String device, Instant first, Instant last) {
    public boolean holds(Instant time) {
      return !time.isBefore(first) && !time.isAfter(last);
    }
  }

  /** This person and what else was found to be theirs. */
  public Person plus(Person more) {
    Set<String> allKeys = new TreeSet<>(keys);
    allKeys.addAll(more.keys);
    Set<Visit> allVisits = new LinkedHashSet<>(visits);
    allVisits.addAll(more.visits);
    Set<String> allMarked = new TreeSet<>(marked);
    allMarked.addAll(more.marked);
    return new Person(allKeys, List.copyOf(allVisits), allMarked);
  }

  /** The keys as an array, in order. */
  public String[] keyArray() {
    return new TreeSet<>(keys).toArray(String[]::new);
  }

  /** For a statement over what is theirs: {@link #keyArray}, and the visits for {@code unnest}. */
  public Tuple columns() {
    return Tuple.of(keyArray(), devices(), firsts(), lasts());
  }

  /**
   * SQL that says whether a row is theirs, with {@link #columns} as the statement's first values.
   *
   * @param owner the column of the identifier that it came in under
   * @param time the column of when that was
   */
  public static String owns(String owner, String time) {
    return """
        (%1$s = any ($1::text[])
          or (%1$s = any ($2::text[]) and exists (
            select from unnest($2::text[], $3::timestamptz[], $4::timestamptz[])
              as v(device, first, last)
            where v.device = %1$s and %2$s between v.first and v.last)))
        """
        .formatted(owner, time);
  }

  /** The visits' devices; the two below go with them. */
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
