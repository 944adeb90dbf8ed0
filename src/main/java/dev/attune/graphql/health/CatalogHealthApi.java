package dev.attune.graphql.health;

import dev.attune.catalog.health.HealthMonitor;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.request.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What merchants see of their catalog's state. */
@GraphQLApi
public class CatalogHealthApi {
  private final Roles roles;
  private final HealthMonitor monitor;
  private final Vertx vertx;

  CatalogHealthApi(Roles roles, HealthMonitor monitor, Vertx vertx) {
    this.roles = roles;
    this.monitor = monitor;
    this.vertx = vertx;
  }

  @Query
  @NonNull
  @Description(
      "How clean the catalog is; looked at after each change of the assortment, and hourly. For"
          + " operators.")
  public Uni<CatalogHealthView> catalogHealth() {
    roles.requireOperator();
    return Uni.createFrom().item(() -> new CatalogHealthView(monitor.current()));
  }

  @NonNull
  @Description("Those that lose the most, by score and size, first.")
  public Uni<CategoryHealthView.Connection> categories(
      @Source CatalogHealthView health,
      @DefaultValue("20") @Nullable Integer first,
      @Nullable String after) {
    return Uni.createFrom()
        .item(
            () ->
                CategoryHealthView.Connection.of(
                    Slice.of(
                        health.health().categories().values().stream()
                            .map(CategoryHealthView::of)
                            .toList(),
                        CategoryHealthView::category,
                        first,
                        after)));
  }

  @NonNull
  @Description("One point for each change of the assortment, the newest first.")
  public Uni<List<@NonNull CatalogHealthPoint>> trend(
      @Source CatalogHealthView health, @DefaultValue("30") @Nullable Integer first) {
    int wanted = Slice.size("first", first);
    return vertx.executeBlocking(
        Uni.createFrom()
            .item(() -> monitor.trend(wanted).stream().map(CatalogHealthPoint::of).toList()),
        /* ordered= */ false);
  }
}
