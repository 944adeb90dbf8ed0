package dev.attune.graphql.merchant.rule;

import dev.attune.graphql.merchant.Moments;
import dev.attune.graphql.merchant.Moments.When;
import dev.attune.graphql.merchant.Typed;
import dev.attune.merchandising.Audience;
import dev.attune.merchandising.rule.Scope;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a merchant wrote about where and when; what cannot be read names its field. */
final class ScopeReading {
  /** As long as a query of a redirect may be. */
  private static final int LONGEST = 200;

  private ScopeReading() {}

  static Scope scope(@Nullable RuleScopeInput input) {
    if (input == null) {
      return Scope.EVERYWHERE;
    }
    return new Scope(
        input.placements == null ? Set.of() : Set.copyOf(input.placements),
        set(input.categories),
        lines("rule.scope.queries", input.queries),
        Moments.markets("rule.scope.markets", input.markets),
        input.audience == null ? Audience.EVERYONE : Audience.valueOf(input.audience.name()),
        set(input.segments),
        input.devices == null
            ? Set.of()
            : input.devices.stream().map(Enum::name).collect(Collectors.toSet()),
        lines("rule.scope.campaigns", input.campaigns),
        Moments.schedule(
            "rule.scope",
            new When(
                input.startsAt,
                input.endsAt,
                input.timeZone,
                input.weekdays == null ? null : input.weekdays.stream().map(Enum::name).toList(),
                input.fromHour,
                input.toHour)));
  }

  private static Set<String> lines(String field, @Nullable List<String> lines) {
    set(lines).forEach(line -> Typed.line(field, line, LONGEST));
    return set(lines);
  }

  static Set<String> set(@Nullable List<String> list) {
    return list == null ? Set.of() : Set.copyOf(list);
  }
}
