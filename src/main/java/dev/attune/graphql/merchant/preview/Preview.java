package dev.attune.graphql.merchant.preview;

import dev.attune.decision.DecisionContext;
import dev.attune.graphql.list.ProductConnection;
import dev.attune.graphql.page.CartView;
import dev.attune.graphql.page.HomeView;
import dev.attune.graphql.view.CategoryView;
import dev.attune.graphql.view.ProductView;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A page as somebody would see it; the one that was asked for is there, the others are null. */
@Name("Preview")
@Description("A page as somebody would see it. Nothing of it is recorded or counted.")
public final class Preview {
  private final DecisionContext page;
  private final PreviewPageInput asked;
  private final Shown shown;

  /** The parts of the page; all but one are null. */
  record Shown(
      @Nullable HomeView home,
      @Nullable CategoryView category,
      @Nullable ProductConnection search,
      @Nullable ProductView product,
      @Nullable CartView cart) {}

  Preview(DecisionContext page, PreviewPageInput asked, Shown shown) {
    this.page = page;
    this.asked = asked;
    this.shown = shown;
  }

  @Ignore
  public DecisionContext page() {
    return page;
  }

  @Ignore
  PreviewPageInput asked() {
    return asked;
  }

  @NonNull
  @Description("The time at which it is looked at.")
  public OffsetDateTime getAt() {
    return page.now().atOffset(ZoneOffset.UTC);
  }

  @NonNull
  @Id
  @Description("The segments that whoever looks is in.")
  public List<@NonNull String> getSegments() {
    return page.rules().segments().all();
  }

  public @Nullable HomeView getHome() {
    return shown.home();
  }

  public @Nullable CategoryView getCategory() {
    return shown.category();
  }

  public @Nullable ProductConnection getSearch() {
    return shown.search();
  }

  public @Nullable ProductView getProduct() {
    return shown.product();
  }

  public @Nullable CartView getCart() {
    return shown.cart();
  }
}
