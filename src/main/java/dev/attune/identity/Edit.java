package dev.attune.identity;

import java.time.Instant;

/**
 * Somebody's word on who is whom, for the log.
 *
 * @param at when they said it
 * @param evidence why, in their own words
 * @param who the operator
 */
public record Edit(Instant at, String evidence, String who) {
  public Edit {
    if (evidence.isBlank() || who.isBlank()) {
      throw new IllegalArgumentException("An edit says why, and who made it");
    }
  }
}
