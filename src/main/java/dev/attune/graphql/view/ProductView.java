package dev.attune.graphql.view;

import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionPipeline;
import dev.attune.graphql.schema.Node;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.platform.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A product that has a price where it is asked for, on the page it is asked for. */
@Name("Product")
public final class ProductView implements Node {
  private final Product product;
  private final DecisionContext page;
  private final BadgeSheet sheet;

  private ProductView(Product product, DecisionContext page, BadgeSheet sheet) {
    this.product = product;
    this.page = page;
    this.sheet = sheet;
    sheet.add(product.id());
  }

  /** The view, empty for a product without a price in this market. */
  public static Optional<ProductView> of(Product product, DecisionContext page) {
    return of(product, page, new BadgeSheet(page));
  }

  /**
   * The view of a product that stands with others, empty for one without a price in this market.
   *
   * @param sheet of all that stand together
   */
  public static Optional<ProductView> of(Product product, DecisionContext page, BadgeSheet sheet) {
    return product.priced() ? Optional.of(new ProductView(product, page, sheet)) : Optional.empty();
  }

  /**
   * The view of a product that was asked for directly.
   *
   * @throws AttuneException PRICE_UNAVAILABLE when it has no price in this market
   */
  public static ProductView asked(Product product, DecisionContext page) {
    return asked(product, page, new BadgeSheet(page));
  }

  /**
   * As {@link #asked(Product, DecisionContext)}, for one that stands with others.
   *
   * @param sheet of all that stand together
   */
  public static ProductView asked(Product product, DecisionContext page, BadgeSheet sheet) {
    return of(product, page, sheet).orElseThrow(() -> DecisionContext.unpriced(product));
  }

  /** Its badges, decided with those of all that it stands with. */
  @Ignore
  public BadgeSheet.Badges badges(int first, DecisionPipeline pipeline) {
    return sheet.of(product.id(), first, pipeline);
  }

  @Ignore
  public Product product() {
    return product;
  }

  @Ignore
  public DecisionContext page() {
    return page;
  }

  @Override
  @NonNull
  @Id
  public String getId() {
    return new GlobalId(NodeType.PRODUCT, product.id().value()).toString();
  }

  @NonNull
  public String getHandle() {
    return product.handle();
  }

  @NonNull
  public String getTitle() {
    return product.title();
  }

  public @Nullable String getDescription() {
    return product.description();
  }

  public @Nullable String getBrand() {
    return product.brand();
  }

  public @Nullable CategoryView getCategory() {
    return product
        .mainCategory()
        .flatMap(page.catalog()::category)
        .map(category -> new CategoryView(category, page))
        .orElse(null);
  }

  @NonNull
  public List<@NonNull CategoryView> getCategories() {
    return product.categories().stream()
        .flatMap(id -> page.catalog().lineage(id).stream())
        .distinct()
        .flatMap(id -> page.catalog().category(id).stream())
        .map((Category category) -> new CategoryView(category, page))
        .toList();
  }

  @NonNull
  public List<@NonNull String> getTags() {
    return product.tags();
  }

  @NonNull
  public List<@NonNull AttributeView> getAttributes() {
    return product.attributes().stream().map(AttributeView::of).toList();
  }

  public boolean isAvailableForSale() {
    return product.forSale();
  }

  @NonNull
  public PriceRange getPriceRange() {
    return range(Variant::price).orElseThrow();
  }

  public @Nullable PriceRange getCompareAtPriceRange() {
    return range(Variant::compareAt).orElse(null);
  }

  /** In the currency of its lowest price. */
  private Optional<PriceRange> range(Function<Variant, @Nullable Money> of) {
    List<Money> stated =
        variants().stream().flatMap(variant -> Stream.ofNullable(of.apply(variant))).toList();
    return product.lowestPrice().flatMap(lowest -> PriceRange.of(stated, lowest.currency()));
  }

  public @Nullable Image getFeaturedImage() {
    return product.images().isEmpty() ? null : Image.of(product.images().get(0));
  }

  @NonNull
  public List<Options.@NonNull ProductOption> getOptions() {
    return Options.of(product);
  }

  /** No feed that is read today carries ratings. */
  public @Nullable Rating getRating() {
    return null;
  }

  /** Those with a price in this market. */
  @Ignore
  public List<Variant> variants() {
    return product.variants().stream().filter(variant -> variant.price() != null).toList();
  }
}
