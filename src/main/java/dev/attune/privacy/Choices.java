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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All choices of one person, whichever of their identifiers they were made under. What was chosen
 * with proof, under a customer's id, outranks what anybody could say who knows a device's id: that
 * counts where nothing was chosen with proof, and else only to deny.
 */
public final class Choices {
  private static final Comparator<Choice> LATEST =
      Comparator.comparing(Choice::decidedAt)
          .thenComparing(choice -> choice.source() != Source.GLOBAL_PRIVACY_CONTROL)
          .thenComparing(choice -> choice.state() == State.DENIED);

  private final Map<Purpose, Choice> latest = new EnumMap<>(Purpose.class);
  private final boolean objected;

  /**
   * One choice for one purpose, as it is stored.
   *
   * @param identifier the key of the identifier that it was made under, empty where it is nobody's
   */
  public record Choice(
      String identifier, Purpose purpose, State state, Instant decidedAt, Source source) {
    /** A choice of nobody in particular. */
    public Choice(Purpose purpose, State state, Instant decidedAt, Source source) {
      this("", purpose, state, decidedAt, source);
    }

    /**
     * A choice as a replica stored it, maybe one of a later version: a purpose that is not known
     * here is nobody's business here, a state that is not known is a denial, and a source that is
     * not known is the person's own word.
     */
    public static Optional<Choice> stored(
        String identifier, String purpose, String state, Instant decidedAt, String source) {
      return named(Purpose.values(), purpose)
          .map(
              known ->
                  new Choice(
                      identifier,
                      known,
                      named(State.values(), state).orElse(State.DENIED),
                      decidedAt,
                      named(Source.values(), source).orElse(Source.EXPLICIT)));
    }

    /** Only a token or the secret key writes under such an identifier. */
    private boolean proven() {
      return !identifier.isEmpty()
          && !identifier.startsWith("visitor:")
          && !identifier.startsWith("claimed:");
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
      return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
  }

  /** What somebody chose who asks with proof, or has none to set apart. */
  public Choices(List<Choice> choices) {
    this(choices, null);
  }

  /**
   * @param asking the key of the device that asks without a customer's own token, whose own denial
   *     holds for it; null where a customer asks
   */
  public Choices(List<Choice> choices, @Nullable String asking) {
    // An objection is about every purpose: who proved a choice of mail alone has said nothing of
    // it.
    boolean nobodyProven =
        choices.stream()
            .filter(choice -> choice.purpose == Purpose.PERSONALIZATION)
            .noneMatch(Choice::proven);
    objected =
        choices.stream()
            .filter(choice -> nobodyProven || choice.proven() || choice.identifier.equals(asking))
            .anyMatch(choice -> choice.source() == Source.GLOBAL_PRIVACY_CONTROL);
    for (Purpose purpose : Purpose.values()) {
      List<Choice> its = choices.stream().filter(choice -> choice.purpose == purpose).toList();
      settled(its, asking).ifPresent(choice -> latest.put(purpose, choice));
    }
  }

  /** Who wants no mail is believed whoever they are: too little of it harms nobody. */
  private static Optional<Choice> settled(List<Choice> choices, @Nullable String asking) {
    Optional<Choice> proven = choices.stream().filter(Choice::proven).max(LATEST);
    if (proven.isEmpty()) {
      return choices.stream().max(LATEST);
    }
    Map<String, Choice> said = new TreeMap<>();
    for (Choice choice : choices) {
      if (choice.purpose == Purpose.MARKETING_EMAIL || choice.identifier.equals(asking)) {
        said.merge(choice.identifier, choice, (a, b) -> LATEST.compare(a, b) >= 0 ? a : b);
      }
    }
    return Stream.concat(
            proven.stream(), said.values().stream().filter(choice -> choice.state == State.DENIED))
        .max(LATEST);
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
