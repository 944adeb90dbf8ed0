package dev.attune.merchandising.content;

import static java.util.Objects.requireNonNull;

import dev.attune.merchandising.rule.Schedule;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where, for whom and when content is shown. Every empty set is no restriction.
 *
 * @param markets ISO 3166-1 alpha-2
 * @param locales BCP 47; {@code de} is also for {@code de-AT}
 * @param segments ids; whoever is in one of them
 */
public record Aim(
    Set<String> markets, Set<String> locales, Set<String> segments, Schedule schedule) {
  public static final Aim EVERYWHERE = new Aim(Set.of(), Set.of(), Set.of(), Schedule.ALWAYS);

  public Aim {
    requireNonNull(schedule, "schedule");
    markets = Set.copyOf(markets);
    locales = Set.copyOf(locales);
    segments = Set.copyOf(segments);
  }

  /**
   * @param country of the page, null when unknown
   */
  public boolean reaches(@Nullable String country) {
    return markets.isEmpty() || (country != null && markets.contains(country));
  }

  public boolean speaks(Locale locale) {
    return locales.isEmpty() || Wording.tags(locale).stream().anyMatch(locales::contains);
  }
}
