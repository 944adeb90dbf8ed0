package dev.attune.graphql.experiments;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An experiment that was written, and what it can be expected to find. */
public record ExperimentPayload(
    @NonNull MerchantExperiment experiment,
    @Nullable ExperimentPlan plan,
    @NonNull List<@NonNull String> warnings) {

  /** What the planned shoppers can find, by what the shop was like in the last 28 days. */
  public record ExperimentPlan(
      @Description(
              "The least lift that is found with a chance of 80 %: of conversion where that decides, else"
                  + " of revenue.")
          @Nullable Double minimumDetectableLift,
      @Description(
              "Days until the planned shoppers have come, at the ramp's last step, of all who come.")
          @Nullable Double days,
      double shoppersADay) {}
}
