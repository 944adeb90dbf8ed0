package dev.attune.catalog.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.Availability;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.Variant;
import dev.attune.catalog.snapshot.SnapshotDraft.StoredCategory;
import dev.attune.catalog.snapshot.market.StoredPrice;
import dev.attune.catalog.snapshot.market.VariantTitles;
import dev.attune.platform.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotDraftTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-03-08T00:00:00Z");
  private static final StoredPrice ON_SALE =
      new StoredPrice(usd(1000), usd(800), START, END, usd(500));

  private final SnapshotDraft draft = new SnapshotDraft();

  @Test
  void theSalePriceHoldsFromItsFirstInstantToItsLast() {
    add("lamp", variant(1, "v", "Lamp", Map.of(), ON_SALE));

    assertThat(first(START.minusSeconds(1)).price()).isEqualTo(usd(1000));
    assertThat(first(START.minusSeconds(1)).compareAt()).isNull();
    assertThat(first(START).price()).isEqualTo(usd(800));
    assertThat(first(START).compareAt()).isEqualTo(usd(1000));
    assertThat(first(END.minusSeconds(1)).price()).isEqualTo(usd(800));
    assertThat(first(END).price()).isEqualTo(usd(1000));
  }

  @Test
  void variantsMakeOneProductThatTheFirstSpeaksFor() {
    StoredPrice price = new StoredPrice(usd(1000), null, null, null, null);
    add("chair", variant(8, "moss", "Chair - Moss", chair("Moss"), price));
    add("lamp", variant(5, "lamp", "Lamp", Map.of(), price));
    add("chair", variant(3, "oat", "Chair - Oat", chair("Oat"), price));

    List<Product> products = draft.products(START, id -> false);
    Product chair = products.get(0);

    assertThat(products)
        .extracting(product -> product.id().value())
        .containsExactly("chair", "lamp");
    assertThat(chair.title()).isEqualTo("Chair");
    assertThat(chair.description()).isEqualTo("About oat");
    assertThat(chair.variants()).extracting(Variant::id).containsExactly("oat", "moss");
    assertThat(chair.variants()).extracting(Variant::title).containsExactly("Oat", "Moss");
    assertThat(chair.variants().get(0).options()).isEqualTo(Map.of("color", "Oat"));
    assertThat(chair.attributes())
        .containsExactlyInAnyOrder(
            new Attribute("color", "Color", List.of("Oat", "Moss")),
            new Attribute("material", "Material", List.of("Linen")));
    assertThat(chair.images()).hasSize(2);
  }

  @Test
  void whatIsReadAgainAndSaysTheSameStaysTheSameObject() {
    add("lamp", variant(1, "v", "Lamp", Map.of(), ON_SALE));
    add("chair", variant(2, "w", "Chair", Map.of(), ON_SALE));
    List<Product> before = draft.products(START, id -> false);

    SnapshotDraft again = new SnapshotDraft(new CatalogSnapshot("1", before, List.of()));
    again.add(
        new ProductId("lamp"),
        id -> new ProductDraft(id, "lamp", START),
        variant(1, "v", "Lamp", Map.of(), ON_SALE));
    again.add(
        new ProductId("chair"),
        id -> new ProductDraft(id, "chair", START),
        variant(2, "w", "Armchair", Map.of(), ON_SALE));
    List<Product> after = again.products(START, id -> false);

    assertThat(after.get(0)).isSameAs(before.get(0));
    assertThat(after.get(1).title()).isEqualTo("Armchair");
  }

  @Test
  void keepsOnlyCategoriesThatProductsName() {
    CategoryId home = category("home", null, "Home");
    category("home-old", home, "Home", "Old");
    CategoryId lamps = category("home-lamps", home, "Home", "Lamps");
    add("lamp", variant(1, "v", "Lamp", Map.of(), ON_SALE));

    assertThat(draft.tree(draft.products(START, id -> false)))
        .containsExactly(
            new Category(home, "Home", null, List.of("Home"), List.of(lamps)),
            new Category(lamps, "Lamps", home, List.of("Home", "Lamps"), List.of()));
  }

  @Test
  void showsARelationOnceBothProductsAreThere() {
    add("lamp", variant(1, "v", "Lamp", Map.of(), ON_SALE));
    draft.add(new ProductId("lamp"), accessoryOf("chair"));

    assertThat(draft.products(START, id -> false).get(0).relations()).isEmpty();

    add("chair", variant(2, "w", "Chair", Map.of(), ON_SALE));
    assertThat(draft.products(START, id -> false).get(0).relations())
        .containsExactly(accessoryOf("chair"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Chair - Oat|Chair - Moss|Chair",
        "Chair Oat|Chair Olive|Chair",
        "Chair|Chair XL|Chair",
        "Tee, S|Tee, M|Tee",
        "Oak|Birch|Oak",
        "Chair|Chair|Chair",
      })
  void theProductsTitleIsWhatAllVariantsBeginWith(String one, String other, String common) {
    assertThat(VariantTitles.common(List.of(one, other))).isEqualTo(common);
  }

  private Variant first(Instant now) {
    return draft.products(now, id -> false).get(0).variants().get(0);
  }

  private void add(String product, StoredVariant variant) {
    draft.add(new ProductId(product), id -> new ProductDraft(id, product, START), variant);
  }

  private CategoryId category(String id, @Nullable CategoryId parent, String... path) {
    draft.add(new StoredCategory(new CategoryId(id), parent, List.of(path)));
    return new CategoryId(id);
  }

  private static Relation accessoryOf(String product) {
    return new Relation(Relation.Kind.ACCESSORY_OF, new ProductId(product), null, null);
  }

  private static Map<String, String> chair(String color) {
    return Map.of("color", color, "material", "Linen");
  }

  private static Money usd(long cents) {
    return new Money(cents, Currency.getInstance("USD"));
  }

  private static StoredVariant variant(
      long position, String id, String title, Map<String, String> options, StoredPrice price) {
    return new StoredVariant(
        position,
        id,
        title,
        "About " + id,
        "North",
        List.of(new CategoryId("home-lamps")),
        List.of(),
        List.of(),
        options,
        List.of("/" + id + ".jpg"),
        null,
        price,
        Availability.IN_STOCK,
        null,
        null,
        null);
  }
}
