package dev.attune.graphql.experiments;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An experiment that was written, and what it can be expected to find. */
public record ExperimentPayload(
    @NonNull MerchantExperiment experiment,
    @Nullable @Description("Null where it could not be told in time, which a warning says.")
        ExperimentPlan plan,
    @NonNull List<@NonNull String> warnings) {

  /** What the planned shoppers can find, by what the shop was like in the last 28 days. */
  public record ExperimentPlan(
      @Description(
              "The least lift of the primary metric that is found with a chance of 80 %, by how it"
                  + " was in the last weeks of shoppers whose window is over; null where too little"
                  + " is known.")
          @Nullable Double minimumDetectableLift,
      @Description("Days until the planned shoppers have come, at the ramp's last step.")
          @Nullable Double days,
      @Description(
              "Of whom it is for: who came into its markets in the last 28 days, by the share that"
                  + " its segments had when they were last counted.")
          double shoppersADay) {}
}
