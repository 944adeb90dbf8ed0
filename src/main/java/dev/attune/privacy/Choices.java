package dev.attune.privacy;

import dev.attune.privacy.Consent.Source;
import dev.attune.privacy.Consent.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All choices of one person, whichever of their identifiers they were made under. */
public final class Choices {
  private static final Comparator<Choice> LATEST =
      Comparator.comparing(Choice::decidedAt)
          .thenComparing(choice -> choice.source() != Source.GLOBAL_PRIVACY_CONTROL)
          .thenComparing(choice -> choice.state() == State.DENIED);

  private final Map<Purpose, Choice> latest = new EnumMap<>(Purpose.class);
  private final boolean objected;

  /** One choice for one purpose, as it is stored. */
  public record Choice(Purpose purpose, State state, Instant decidedAt, Source source) {
    /**
     * A choice as a replica stored it, maybe one of a later version: a purpose that is not known
     * here is nobody's business here, a state that is not known is a denial, and a source that is
     * not known is the person's own word.
     */
    public static Optional<Choice> stored(
        String purpose, String state, Instant decidedAt, String source) {
      return named(Purpose.values(), purpose)
          .map(
              known ->
                  new Choice(
                      known,
                      named(State.values(), state).orElse(State.DENIED),
                      decidedAt,
                      named(Source.values(), source).orElse(Source.EXPLICIT)));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
      return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
  }

  public Choices(List<Choice> choices) {
    objected =
        choices.stream().anyMatch(choice -> choice.source() == Source.GLOBAL_PRIVACY_CONTROL);
    for (Choice choice : choices) {
      latest.merge(choice.purpose(), choice, (a, b) -> LATEST.compare(a, b) >= 0 ? a : b);
    }
  }

  /**
   * What holds: the latest choice for each purpose, a denial where two came at once. A browser's
   * objection is a denial of every purpose at the time when it was first seen; one that is seen for
   * the first time now is later than all choices. Where nothing was said, the default holds.
   *
   * @param objects the request carries {@code Sec-GPC: 1}
   */
  public Consent settle(State byDefault, boolean objects) {
    if (objects && !objected) {
      return new Consent(
          State.DENIED, State.DENIED, State.DENIED, null, Source.GLOBAL_PRIVACY_CONTROL);
    }
    return new Consent(
        state(Purpose.PERSONALIZATION, byDefault),
        state(Purpose.ANALYTICS, byDefault),
        state(Purpose.MARKETING_EMAIL, byDefault),
        latest.values().stream().map(Choice::decidedAt).max(Comparator.naturalOrder()).orElse(null),
        latest.values().stream().max(LATEST).map(Choice::source).orElse(Source.DEFAULT));
  }

  /** A browser's objection was noted before. */
  public boolean objected() {
    return objected;
  }

  private State state(Purpose purpose, State otherwise) {
    @Nullable Choice choice = latest.get(purpose);
    return choice == null ? otherwise : choice.state();
  }
}
