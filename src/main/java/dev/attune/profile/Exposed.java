package dev.attune.profile;

import java.time.Instant;

/**
 * That a shopper could see a variant of an experiment.
 *
 * @param unit the key of the identifier under which they saw it
 * @param at when they first could
 */
public record Exposed(
    String unit, String experiment, String variant, Instant at, boolean crossed) {}
