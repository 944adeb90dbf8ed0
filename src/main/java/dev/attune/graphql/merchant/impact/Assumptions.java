package dev.attune.graphql.merchant.impact;

import dev.attune.merchandising.impact.Impact;
import java.util.ArrayList;
import java.util.List;

/** What the numbers of an impact rest on, in sentences. */
final class Assumptions {
  /** With fewer takes chances rest on guesses more than on what shoppers did. */
  private static final int FEW_TAKES = 100;

  private Assumptions() {}

  static List<String> of(Impact impact, List<String> warnings) {
    List<String> said = new ArrayList<>(warnings);
    said.add(
        "Before is what was shown then; when the rule's schedule begins and ends is not looked"
            + " at.");
    said.add(
        "Only first pages are compared, to place 24, each list by itself: that no product is in two"
            + " rails of a page is not worked out again.");
    said.add(
        "What the rule brings in is described by the catalog and the models of today, and"
            + " conditions on products see today's catalog.");
    said.add(
        "A thing is taken by its place's rate times its own appeal; the intervals say how much"
            + " shoppers differ, not how far off those are.");
    if (impact.takes() < FEW_TAKES) {
      said.add(
          "Only "
              + impact.takes()
              + " things were taken of these decisions: chances lean on guesses.");
    }
    if (impact.read() < impact.found()) {
      said.add(
          "A sample was read: "
              + impact.read()
              + " of "
              + impact.found()
              + " decisions, of shoppers drawn by a hash from the whole window; the intervals are as"
              + " wide as so few make them.");
    }
    if (impact.leftOut().withoutSetting() > 0) {
      said.add(
          impact.leftOut().withoutSetting()
              + " decisions do not say what the rule's scope asks for and were left out.");
    }
    if (impact.revenue() == null) {
      said.add("No purchase is known of, so revenue and margin cannot be expected.");
    }
    return said;
  }
}
