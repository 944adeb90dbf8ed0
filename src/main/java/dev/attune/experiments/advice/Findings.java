package dev.attune.experiments.advice;

import dev.attune.experiments.statistics.Effect;
import dev.attune.experiments.statistics.Guardrail;
import dev.attune.experiments.statistics.SampleRatio;
import java.util.List;

/**
 * What is known of one treatment when advice is asked for.
 *
 * @param primary the effect on the metric that decides
 * @param pValue of the primary effect, corrected for the other questions that decide
 * @param guardrails one outcome each
 */
public record Findings(
    Effect primary,
    double pValue,
    List<Guardrail.Outcome> guardrails,
    SampleRatio sampleRatio,
    Progress progress) {

  public Findings {
    guardrails = List.copyOf(guardrails);
  }

  /** Of both variants that are compared: days since the first, units so far and as planned. */
  public record Progress(int days, long units, long plannedUnits) {}
}
