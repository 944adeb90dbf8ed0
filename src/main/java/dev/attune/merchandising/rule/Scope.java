package dev.attune.merchandising.rule;

import static java.util.Objects.requireNonNull;

import dev.attune.merchandising.Audience;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where, for whom and when a rule holds. Every empty set is no restriction.
 *
 * @param categories handles; pins and slots hold on pages of these and below, all else acts on
 *     products of these and below
 * @param queries whole queries, in any case
 * @param markets ISO 3166-1 alpha-2
 * @param segments ids; whoever is in one of them
 * @param devices DESKTOP, MOBILE, TABLET, APP
 * @param campaigns values of utm_campaign
 */
public record Scope(
    Set<Surface> surfaces,
    Set<String> categories,
    Set<String> queries,
    Set<String> markets,
    Audience audience,
    Set<String> segments,
    Set<String> devices,
    Set<String> campaigns,
    Schedule schedule) {
  public static final Scope EVERYWHERE =
      new Scope(
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Audience.EVERYONE,
          Set.of(),
          Set.of(),
          Set.of(),
          Schedule.ALWAYS);

  public Scope {
    requireNonNull(audience, "audience");
    requireNonNull(schedule, "schedule");
    surfaces = Set.copyOf(surfaces);
    categories = Set.copyOf(categories);
    queries = Set.copyOf(queries);
    markets = Set.copyOf(markets);
    segments = Set.copyOf(segments);
    devices = Set.copyOf(devices);
    campaigns = Set.copyOf(campaigns);
  }

  /** The same at other times. */
  public Scope at(Schedule other) {
    return new Scope(
        surfaces, categories, queries, markets, audience, segments, devices, campaigns, other);
  }

  /** Whether it asks who the shopper is. */
  public boolean asksShopper() {
    return audience != Audience.EVERYONE || !segments.isEmpty();
  }

  /** Whether it asks from where, with what or by which way the shopper came, or for what. */
  public boolean asksVisit() {
    return !(queries.isEmpty() && markets.isEmpty() && devices.isEmpty() && campaigns.isEmpty());
  }

  /** Whether there may be a page on which both hold; which categories they name is not compared. */
  public boolean mayMeet(Scope other) {
    return meet(surfaces, other.surfaces)
        && meet(keys(queries), keys(other.queries))
        && meet(markets, other.markets)
        && meet(devices, other.devices)
        && meet(campaigns, other.campaigns)
        && (audience == other.audience
            || audience == Audience.EVERYONE
            || other.audience == Audience.EVERYONE)
        && schedule.mayMeet(other.schedule);
  }

  /** Whether it holds where this is searched for. */
  public boolean asks(String query) {
    return queries.isEmpty() || keys(queries).contains(Where.key(query));
  }

  private static Set<String> keys(Set<String> queries) {
    return queries.stream().map(Where::key).collect(Collectors.toUnmodifiableSet());
  }

  private static <T> boolean meet(Set<T> one, Set<T> other) {
    return one.isEmpty() || other.isEmpty() || List.copyOf(one).stream().anyMatch(other::contains);
  }
}
