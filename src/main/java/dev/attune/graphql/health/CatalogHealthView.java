package dev.attune.graphql.health;

import dev.attune.catalog.health.CatalogHealth;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@Name("CatalogHealth")
@Description("How clean the catalog is: what is missing or doubtful, where, and what to do.")
public final class CatalogHealthView {
  private final CatalogHealth health;

  CatalogHealthView(CatalogHealth health) {
    this.health = health;
  }

  @Ignore
  public CatalogHealth health() {
    return health;
  }

  @NonNull
  @Description("Of the catalog that was looked at.")
  public String getVersion() {
    return health.version();
  }

  @NonNull
  public OffsetDateTime getCheckedAt() {
    return health.checkedAt().atOffset(ZoneOffset.UTC);
  }

  public int getProducts() {
    return health.products();
  }

  @Description("0 to 1: one, less the weighted share of products that have each fault.")
  public double getScore() {
    return health.score();
  }

  @NonNull
  @Description("The worst first.")
  public List<@NonNull HealthFinding> getFindings() {
    return health.findings().stream().map(HealthFinding::of).toList();
  }
}
