package dev.attune.privacy;

import dev.attune.events.EventType;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long events and decisions are kept, and how they go. */
@ConfigMapping(prefix = "attune.retention")
public interface RetentionSettings {
  /**
   * How long after they happened, by type: {@code attune.retention.keep.IMPRESSION=P400D}. A type
   * that is not named is kept until the person is erased.
   */
  Map<EventType, Duration> keep();

  /** How long after it was made a decision is kept; zero for as long as its person is. */
  @WithDefault("P400D")
  Duration decisions();

  /** How often events and decisions that are past their time are looked for. */
  @WithDefault("24h")
  String every();

  /** How long after a start first. */
  @WithDefault("10m")
  String delay();

  /** How many decisions are deleted in one transaction. */
  @WithDefault("2000")
  int batch();

  /** How long, null for a type that is kept. */
  default Optional<Duration> of(EventType type) {
    return Optional.ofNullable(keep().get(type)).filter(time -> !time.isZero());
  }
}
