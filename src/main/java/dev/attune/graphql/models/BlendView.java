package dev.attune.graphql.models;

import dev.attune.models.blend.Blend;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Name("Blend")
@Description("How much features count in one rail.")
public record BlendView(
    @NonNull @Description("rail/HOME_FOR_YOU.") String slot,
    @Description("Decisions of which something was taken; 500 are enough to learn from.")
        int decisions,
    @Description("False where the stated weights explain withheld decisions as well.")
        boolean learned,
    @Nullable
        @Description("By how much likelier what was taken is with them, mean of the logarithm.")
        Double gain,
    @NonNull List<@NonNull FeatureWeight> weights) {

  @Name("FeatureWeight")
  public record FeatureWeight(@NonNull String feature, double weight) {}

  static List<BlendView> of(Map<String, Blend> blends) {
    return blends.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(known -> of(known.getKey(), known.getValue()))
        .toList();
  }

  private static BlendView of(String slot, Blend blend) {
    return new BlendView(
        slot,
        blend.decisions(),
        blend.learned(),
        blend.gain(),
        blend.weights().entrySet().stream()
            .map(weight -> new FeatureWeight(weight.getKey(), weight.getValue()))
            .sorted(Comparator.comparing(FeatureWeight::feature))
            .toList());
  }
}
