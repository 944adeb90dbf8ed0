package dev.attune.graphql.health;

import dev.attune.catalog.health.HealthPoint;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("How clean the catalog was after a change of it.")
public record CatalogHealthPoint(
    @NonNull String version,
    @NonNull OffsetDateTime at,
    int products,
    double score,
    @NonNull List<@NonNull FaultCount> faults) {

  @Description("How many products had a fault.")
  public record FaultCount(@NonNull String code, int affected) {}

  static CatalogHealthPoint of(HealthPoint point) {
    return new CatalogHealthPoint(
        Long.toString(point.version()),
        point.at().atOffset(ZoneOffset.UTC),
        Math.toIntExact(point.products()),
        point.score(),
        point.affected().entrySet().stream()
            .map(fault -> new FaultCount(fault.getKey().name(), fault.getValue()))
            .sorted(Comparator.comparing(FaultCount::code))
            .toList());
  }
}
