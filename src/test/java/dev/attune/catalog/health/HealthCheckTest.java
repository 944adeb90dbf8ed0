package dev.attune.catalog.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.Availability;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Picture;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.Variant;
import dev.attune.platform.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthCheckTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final CategoryId LAMPS = new CategoryId("lamps");
  private static final CategoryId ODD = new CategoryId("odd-odd");

  private final List<Product> products = new ArrayList<>();

  @Test
  void aCleanCatalogScoresOne() {
    for (int i = 0; i < 10; i++) {
      add("p" + i, UnaryOperator.identity());
    }

    CatalogHealth health = check(Set.of());
    assertThat(health.findings()).isEmpty();
    assertThat(health.score()).isEqualTo(1);
    assertThat(lamps(health).closed()).isEmpty();
    assertThat(lamps(health).completeness()).isEqualTo(1);
  }

  @Test
  void countsEachFaultAndNamesTheOffenders() {
    for (int i = 0; i < 8; i++) {
      add("p" + i, UnaryOperator.identity());
    }
    add("bare", draft -> draft.bare());

    CatalogHealth health = check(Set.of(new ProductId("p3")));

    assertThat(affected(health))
        .containsExactlyInAnyOrder(
            "MISSING_IMAGE 1",
            "MISSING_COST 1",
            "MISSING_STOCK 1",
            "MISSING_DESCRIPTION 1",
            "MISSING_BRAND 1",
            "INCOMPLETE_ATTRIBUTES 1",
            "NO_RELATIONS 1",
            "STALE_STOCK 1");
    assertThat(finding(health, HealthCode.STALE_STOCK).offenders())
        .containsExactly(new ProductId("p3"));
    assertThat(finding(health, HealthCode.MISSING_COST).offenders())
        .containsExactly(new ProductId("bare"));
    assertThat(health.score()).isBetween(.9, .999);
  }

  @Test
  void findsWhatDiffersBySpellingOnlyAndTrustsTheMajority() {
    for (int i = 0; i < 6; i++) {
      add("p" + i, UnaryOperator.identity());
    }
    add("odd", draft -> draft.color("off-white").brand("NORTH"));
    add("size", draft -> draft.color("4.5"));
    add("other", draft -> draft.color("45"));

    Finding finding = finding(check(Set.of()), HealthCode.SPELLED_DIFFERENTLY);

    assertThat(finding.offenders()).containsExactly(new ProductId("odd"));
    assertThat(finding.examples()).containsExactly("brand: “North” (8), “NORTH” (1)");
  }

  @Test
  void findsTitlesThatStandTwiceAndPathsThatTurnInACircle() {
    add("p1", draft -> draft.title("Same"));
    add("p2", draft -> draft.title(" SAME "));
    add("p3", draft -> draft.in(ODD));

    CatalogHealth health = check(Set.of());
    assertThat(finding(health, HealthCode.DUPLICATE_TITLE).affected()).isEqualTo(2);
    assertThat(finding(health, HealthCode.BROKEN_CATEGORY_PATH).offenders())
        .containsExactly(new ProductId("p3"));
  }

  @Test
  void namesRelationsToNothingInACircleAndToAStepThatIsTaken() {
    add("nowhere", UnaryOperator.identity());
    add("a", UnaryOperator.identity());
    add("b", UnaryOperator.identity());
    add("c", UnaryOperator.identity());
    add("fine", UnaryOperator.identity());
    relate("a", new Relation(Relation.Kind.REPLACES, new ProductId("b"), null, null));
    relate(
        "b",
        new Relation(Relation.Kind.REPLACES, new ProductId("a"), null, null),
        new Relation(Relation.Kind.ROUTINE_STEP, new ProductId("fine"), "Evening", 2));
    relate("c", new Relation(Relation.Kind.ROUTINE_STEP, new ProductId("fine"), "Evening", 2));

    Finding found = finding(check(Set.of()), HealthCode.BROKEN_RELATION);
    assertThat(found.affected()).isEqualTo(4);
    assertThat(found.examples())
        .containsExactly(
            "nowhere relates to gone, which the shop has not",
            "a is replaced by what it replaces",
            "step 2 of “Evening”: b, c");
  }

  private void relate(String id, Relation... relations) {
    products.replaceAll(
        product ->
            product.id().value().equals(id) ? product.relating(List.of(relations)) : product);
  }

  @Test
  void closesTheGatesOfACategoryThatLacksCostsOrRelations() {
    for (int i = 0; i < 10; i++) {
      int number = i;
      add("p" + i, draft -> number < 3 ? draft.bare() : draft);
    }
    add("odd", draft -> draft.bare().in(ODD));

    Gates gates = Gates.of(check(Set.of()));
    assertThat(gates.open(Gate.MARGIN, LAMPS)).isFalse();
    assertThat(gates.open(Gate.COMPATIBILITY, LAMPS)).isTrue();
    assertThat(gates.open(Gate.COMPATIBILITY, ODD)).isFalse();
    assertThat(gates.open(Gate.MARGIN, new CategoryId("unheard-of"))).isTrue();
  }

  private CatalogHealth check(Set<ProductId> stale) {
    List<Category> categories =
        List.of(
            new Category(LAMPS, "Lamps", null, List.of("Lamps"), List.of()),
            new Category(ODD, "Odd", null, List.of("Odd", "odd"), List.of()));
    return HealthCheck.of(
        new CatalogSnapshot("7", products, categories),
        stale::contains,
        Map.of(new ProductId("nowhere"), "gone"),
        Instant.EPOCH);
  }

  private static CategoryHealth lamps(CatalogHealth health) {
    return Objects.requireNonNull(health.categories().get(LAMPS));
  }

  private static List<String> affected(CatalogHealth health) {
    return health.findings().stream().map(found -> found.code() + " " + found.affected()).toList();
  }

  private static Finding finding(CatalogHealth health, HealthCode code) {
    return health.findings().stream().filter(f -> f.code() == code).findFirst().orElseThrow();
  }

  private void add(String id, UnaryOperator<Draft> how) {
    Draft draft = how.apply(new Draft(id, "Lamp " + id, LAMPS, "North", "Off White", false));
    products.add(draft.product());
  }

  private record Draft(
      String id, String title, CategoryId category, String brand, String color, boolean poor) {
    Draft bare() {
      return new Draft(id, title, category, brand, color, true);
    }

    Draft title(String other) {
      return new Draft(id, other, category, brand, color, poor);
    }

    Draft in(CategoryId other) {
      return new Draft(id, title, other, brand, color, poor);
    }

    Draft brand(String other) {
      return new Draft(id, title, category, other, color, poor);
    }

    Draft color(String other) {
      return new Draft(id, title, category, brand, other, poor);
    }

    Product product() {
      @Nullable Money cost = poor ? null : new Money(400, USD);
      Variant variant =
          new Variant(
              id,
              id,
              title,
              new Money(1_000, USD),
              null,
              cost,
              poor ? null : 5,
              Availability.IN_STOCK,
              Map.of(),
              null,
              null);
      List<Relation> relations =
          poor
              ? List.of()
              : List.of(
                  new Relation(Relation.Kind.REPLACES, new ProductId("old-" + id), null, null));
      return new Product(
          new ProductId(id),
          id,
          title,
          poor ? null : "About",
          poor ? null : brand,
          List.of(category),
          List.of(),
          poor ? List.of() : List.of(new Attribute("color", "Color", List.of(color))),
          poor ? List.of() : List.of(new Picture("/p.jpg", null)),
          null,
          List.of(variant),
          relations,
          Instant.EPOCH);
    }
  }
}
