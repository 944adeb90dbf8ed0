package dev.attune.merchandising.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule after one write.
 *
 * @param what the action, {@code rule.published}
 * @param state how it stood then, null where it was archived
 */
public record RuleRevision(Instant at, String who, String what, @Nullable WrittenRule state) {}
