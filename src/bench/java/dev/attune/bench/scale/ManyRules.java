package dev.attune.bench.scale;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import dev.attune.merchandising.Audience;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.Schedule;
import dev.attune.merchandising.rule.Scope;
import dev.attune.merchandising.rule.Surface;
import dev.attune.merchandising.rule.WrittenRule;
import dev.attune.merchandising.segment.Segment;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Rules as a busy shop has them, all live: by category, product, segment, brand, query, campaign.
 */
final class ManyRules {
  private static final List<Surface> RAILS =
      List.of(Surface.HOME_FOR_YOU, Surface.HOME_TRENDING, Surface.HOME_NEW_FOR_YOU);

  private final CatalogSnapshot catalog;
  private final int segments;
  private final SplittableRandom random = new SplittableRandom(7);

  private ManyRules(CatalogSnapshot catalog, int segments) {
    this.catalog = catalog;
    this.segments = segments;
  }

  static Merchandise in(CatalogSnapshot catalog, int rules, int segments) {
    ManyRules many = new ManyRules(catalog, segments);
    List<WrittenRule> written = new ArrayList<>();
    for (int i = 0; i < rules; i++) {
      Rule rule = many.rule(i);
      written.add(new WrittenRule(rule.id(), rule, null, 1));
    }
    List<Segment> groups = new ArrayList<>();
    for (int i = 0; i < segments; i++) {
      groups.add(new Segment("s" + i, "Segment " + i, many.condition(i), 1));
    }
    return Merchandise.EMPTY.with(written, groups);
  }

  private String condition(int i) {
    String category = category();
    return switch (i % 3) {
      case 0 -> "'" + category + "' in shopper.categories && shopper.orders >= " + i % 5;
      case 1 -> "shopper.orders_365d > " + i % 4 + " && shopper.silent_days < 90";
      default -> "'USD' in shopper.spent && shopper.spent['USD'] > " + i + ".0";
    };
  }

  /** Of ten rules three lift by category, two hide, one each pins, fills a segment, and so on. */
  private Rule rule(int i) {
    return switch (i % 10) {
      case 0, 1, 2 ->
          rule(i, new Action.Boost(1.2), scope(Set.of(), category()), "product.price > 20.0");
      case 3, 4 -> about(i, new Action.Hide(), Scope.EVERYWHERE);
      case 5 -> about(i, new Action.Pin(1 + i % 8), segment(i, RAILS.get(i / 10 % 3)));
      case 6 ->
          rule(
              i,
              new Action.Bury(1.5),
              segment(i, RAILS.get(i / 10 % 3)),
              "product.brand == '" + brand() + "'");
      case 7 ->
          rule(
              i,
              new Action.Boost(1.1),
              scope(Set.of(RAILS.get(i / 10 % 3)), null),
              "product.brand == '" + brand() + "' && product.stock > 3");
      case 8 -> rule(i, new Action.Weigh(.1, .1, 0, 0), scope(Set.of(), category()), null);
      default -> rule(i, new Action.Limit(4, Action.Limit.Per.BRAND), campaign(i), null);
    };
  }

  private Rule about(int i, Action action, Scope scope) {
    Product product = catalog.at(random.nextInt(Math.min(20_000, catalog.size())));
    String id = new GlobalId(NodeType.PRODUCT, product.id().value()).toString();
    return new Rule("r" + i, "Rule " + i, action, scope, List.of(id), null, 50);
  }

  private static Rule rule(int i, Action action, Scope scope, @Nullable String condition) {
    return new Rule("r" + i, "Rule " + i, action, scope, List.of(), condition, 50);
  }

  private Scope segment(int i, Surface surface) {
    return scope(Set.of(surface), Set.of(), Set.of("s" + i % segments), Set.of());
  }

  private Scope campaign(int i) {
    return scope(Set.of(), Set.of(), Set.of(), Set.of("campaign-" + i));
  }

  private static Scope scope(Set<Surface> surfaces, @Nullable String category) {
    return scope(surfaces, category == null ? Set.of() : Set.of(category), Set.of(), Set.of());
  }

  private static Scope scope(
      Set<Surface> surfaces, Set<String> categories, Set<String> segments, Set<String> campaigns) {
    return new Scope(
        surfaces,
        categories,
        Set.of(),
        Set.of(),
        Audience.EVERYONE,
        segments,
        Set.of(),
        campaigns,
        Schedule.ALWAYS);
  }

  private String category() {
    List<Category> categories = catalog.categories();
    return categories.get(random.nextInt(categories.size())).id().value();
  }

  private String brand() {
    @Nullable String brand = catalog.at(random.nextInt(catalog.size())).brand();
    return brand == null ? "none" : brand.replace("'", "");
  }
}
