package dev.attune.experiments.assignment;

import java.time.Instant;
import java.util.Comparator;

/** That a unit could see a variant of the experiment in question, and when it first could. */
public record Exposure(String variant, Instant at) {
  static final Comparator<Exposure> FIRST =
      Comparator.comparing(Exposure::at).thenComparing(Exposure::variant);
}
