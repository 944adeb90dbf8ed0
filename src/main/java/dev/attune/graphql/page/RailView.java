package dev.attune.graphql.page;

import dev.attune.catalog.ProductId;
import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.slot.Placement;
import dev.attune.graphql.text.Texts;
import dev.attune.graphql.view.BadgeSheet;
import dev.attune.graphql.view.ProductView;
import dev.attune.graphql.why.DecisionSummary;
import dev.attune.graphql.why.ReasonView;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@Name("Rail")
public record RailView(
    @NonNull @Id String id,
    @NonNull Placement placement,
    @NonNull String title,
    @NonNull List<@NonNull RailItem> items,
    @NonNull DecisionSummary decision) {

  /** A product in a rail: its place, from 1, and why it is there. */
  public record RailItem(
      @NonNull ProductView product, int position, @NonNull List<@NonNull ReasonView> reasons) {}

  public static RailView of(Placement placement, Decided decided, DecisionContext page) {
    return of(placement, decided, page, new BadgeSheet(page));
  }

  /** A rail of a page that marks all its products at once. */
  public static RailView of(
      Placement placement, Decided decided, DecisionContext page, BadgeSheet sheet) {
    List<RailItem> items = new ArrayList<>();
    for (Decided.Item item : decided.items()) {
      page.catalog()
          .product(new ProductId(item.subject().local()))
          .flatMap(product -> ProductView.of(product, page, sheet))
          .ifPresent(view -> items.add(item(view, items.size() + 1, item, page)));
    }
    return new RailView(
        placement.name(),
        placement,
        Texts.railTitle(placement, decided.basis(), page.place().locale()),
        items,
        DecisionSummary.of(decided, page));
  }

  private static RailItem item(
      ProductView product, int position, Decided.Item item, DecisionContext page) {
    return new RailItem(product, position, ReasonView.of(item.reasons(), page.place().locale()));
  }
}
