package dev.attune.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper allows, by purpose.
 *
 * @param decidedAt when they chose, null for a default
 */
public record Consent(
    State personalization,
    State analytics,
    State marketingEmail,
    @Nullable Instant decidedAt,
    Source source) {
  /** Allowed or not. */
  public enum State {
    GRANTED,
    DENIED
  }

  /** Where the choice comes from. */
  public enum Source {
    DEFAULT,
    EXPLICIT,
    GLOBAL_PRIVACY_CONTROL,
    IMPORTED
  }

  /** The shop's default for somebody who has not chosen. */
  public static Consent byDefault(State state) {
    return new Consent(state, state, state, null, Source.DEFAULT);
  }

  public boolean allowsPersonalization() {
    return personalization == State.GRANTED;
  }

  /** Taking part in experiments is being personalized and being measured. */
  public boolean allowsExperiments() {
    return personalization == State.GRANTED && analytics == State.GRANTED;
  }

  /** Without both, nothing about the person is kept. */
  public boolean allowsKeeping() {
    return personalization == State.GRANTED || analytics == State.GRANTED;
  }
}
