package dev.attune.privacy;

import dev.attune.privacy.Consent.Source;
import dev.attune.privacy.Consent.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All choices of one person, whichever of their identifiers they were made under. */
public final class Choices {
  private static final Comparator<Choice> LATEST =
      Comparator.comparing(Choice::decidedAt)
          .thenComparing(choice -> choice.state() == State.DENIED);

  private final Map<Purpose, Choice> latest = new EnumMap<>(Purpose.class);

  /** One choice for one purpose, as it is stored. */
  public record Choice(Purpose purpose, State state, Instant decidedAt, Source source) {}

  public Choices(List<Choice> choices) {
    for (Choice choice : choices) {
      latest.merge(choice.purpose(), choice, (a, b) -> LATEST.compare(a, b) >= 0 ? a : b);
    }
  }

  /**
   * What holds: the latest choice for each purpose, a denial where two came at once; where none was
   * made, a browser's objection denies, and else the shop's default holds.
   *
   * @param objects the request carries {@code Sec-GPC: 1}
   */
  public Consent settle(State byDefault, boolean objects) {
    State otherwise = objects ? State.DENIED : byDefault;
    return new Consent(
        state(Purpose.PERSONALIZATION, otherwise),
        state(Purpose.ANALYTICS, otherwise),
        state(Purpose.MARKETING_EMAIL, otherwise),
        latest.values().stream().map(Choice::decidedAt).max(Comparator.naturalOrder()).orElse(null),
        source(objects));
  }

  private State state(Purpose purpose, State otherwise) {
    @Nullable Choice choice = latest.get(purpose);
    return choice == null ? otherwise : choice.state();
  }

  private Source source(boolean objects) {
    return latest.values().stream()
        .max(LATEST)
        .map(Choice::source)
        .orElse(objects ? Source.GLOBAL_PRIVACY_CONTROL : Source.DEFAULT);
  }
}
