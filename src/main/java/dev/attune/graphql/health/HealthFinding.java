package dev.attune.graphql.health;

import dev.attune.catalog.health.Finding;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("One thing that is wrong with some products.")
public record HealthFinding(
    @NonNull @Description("A stable code, MISSING_COST.") String code,
    int affected,
    @Description("How many were looked at.") int of,
    double share,
    @NonNull @Description("What it means and what to do.") String message,
    @NonNull @Description("Some of them, those with the most other faults first.")
        List<@NonNull String> offenders,
    @NonNull @Description("What exactly is meant, where there is something to quote.")
        List<@NonNull String> examples) {

  static HealthFinding of(Finding finding) {
    return new HealthFinding(
        finding.code().name(),
        finding.affected(),
        finding.of(),
        finding.share(),
        finding.code().sentence(finding.affected(), finding.of()),
        finding.offenders().stream()
            .map(id -> new GlobalId(NodeType.PRODUCT, id.value()).toString())
            .toList(),
        finding.examples());
  }
}
