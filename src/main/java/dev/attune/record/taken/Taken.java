package dev.attune.record.taken;

import dev.attune.record.RecordedDecision;

/**
 * A decision, and what was taken first of what it showed.
 *
 * @param place in the decision's answer, from 0
 */
public record Taken(RecordedDecision decision, int place) {}
