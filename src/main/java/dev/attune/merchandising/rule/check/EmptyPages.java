package dev.attune.merchandising.rule.check;

import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.Surface;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the pages of a shop, or the searches, that a rule would leave without a product. */
final class EmptyPages {
  private final Targets targets;
  private final Shop.Searches searches;

  /** A page: how many products can be bought there, and whether hiding rules leave one. */
  private static final class Left {
    private int all;
    private boolean before;
    private boolean after;

    private void count(boolean seen, boolean stays) {
      before |= seen;
      after |= stays;
    }

    private boolean emptied() {
      return before && !after;
    }

    /** Whether one product more, which the rule hides or not, can still tell something. */
    private boolean asks(boolean hidden) {
      return hidden ? !before : !after;
    }
  }

  /**
   * @param targets by what is sold there
   */
  EmptyPages(Targets targets, Shop.Searches searches) {
    this.targets = targets;
    this.searches = searches;
  }

  /**
   * What would be left of which pages, in words; nothing where none is emptied.
   *
   * @param hiding other rules that hide, that may hold where this one does
   */
  List<String> emptiedBy(Rule rule, List<Rule> hiding) {
    return rule.scope().queries().isEmpty() ? emptied(rule, hiding) : withoutResults(rule, hiding);
  }

  /** Those that also act on a surface, for whatever is searched for there. */
  private static List<Rule> on(Surface surface, List<Rule> hiding) {
    return hiding.stream()
        .filter(other -> other.scope().queries().isEmpty())
        .filter(other -> actsOn(surface, other))
        .toList();
  }

  private static boolean actsOn(Surface surface, Rule rule) {
    return rule.scope().surfaces().isEmpty() || rule.scope().surfaces().contains(surface);
  }

  /** Those that act wherever the rule does. */
  private static List<Rule> beside(Rule rule, List<Rule> hiding) {
    Set<Surface> own = rule.scope().surfaces();
    return hiding.stream()
        .filter(other -> other.scope().queries().isEmpty())
        .filter(
            other ->
                other.scope().surfaces().isEmpty()
                    || (!own.isEmpty() && other.scope().surfaces().containsAll(own)))
        .toList();
  }

  /** What would be left of searches that the rule is for, as far as that can be told. */
  private List<String> withoutResults(Rule rule, List<Rule> hiding) {
    List<String> emptied = new ArrayList<>();
    for (String query : rule.scope().queries()) {
      Left left = new Left();
      List<Rule> there = hiding.stream().filter(other -> other.scope().asks(query)).toList();
      for (ProductId id : searches.find(query, targets.catalog()).orElse(List.of())) {
        targets
            .catalog()
            .product(id)
            .filter(Product::forSale)
            .ifPresent(product -> look(product, targets.hit(rule, product), there, List.of(left)));
      }
      if (left.emptied()) {
        emptied.add("0 of " + left.all + " products that '" + query + "' finds first");
      }
    }
    return emptied;
  }

  /** Looks at a product on these pages; the other rules are asked only where it matters. */
  private void look(Product product, boolean hidden, List<Rule> hiding, Collection<Left> pages) {
    pages.forEach(page -> page.all++);
    if (pages.stream().anyMatch(page -> page.asks(hidden)) && spared(product, hiding)) {
      pages.forEach(page -> page.count(true, !hidden));
    }
  }

  /** What would be left of the shop, its categories' pages and their order. */
  private List<String> emptied(Rule rule, List<Rule> hiding) {
    Left shop = new Left();
    Map<CategoryId, Left> pages = new HashMap<>();
    List<Rule> everywhere = beside(rule, hiding);
    List<Rule> inCategories = on(Surface.CATEGORY, hiding);
    for (Product product : targets.catalog().products()) {
      if (product.forSale()) {
        boolean hidden = targets.hit(rule, product);
        look(product, hidden, everywhere, List.of(shop));
        look(product, hidden, inCategories, pages(product, pages));
      }
    }
    List<String> emptied = new ArrayList<>();
    if (shop.emptied()) {
      emptied.add("0 of " + shop.all + " products in the shop");
    }
    if (actsOn(Surface.CATEGORY, rule)) {
      for (Category category : targets.catalog().categories()) {
        Left left = pages.get(category.id());
        if (left != null && left.emptied()) {
          emptied.add("0 of " + left.all + " products in " + category.id());
        }
      }
    }
    Left order = new Left();
    List<Rule> ordering = on(Surface.CATEGORY_ORDER, hiding);
    for (Category root : targets.catalog().roots()) {
      String id = new GlobalId(NodeType.CATEGORY, root.id().value()).toString();
      boolean before = ordering.stream().noneMatch(other -> other.subjects().contains(id));
      order.all++;
      order.count(before, before && !rule.subjects().contains(id));
    }
    if (order.emptied() && actsOn(Surface.CATEGORY_ORDER, rule)) {
      emptied.add("0 of " + order.all + " categories in their order");
    }
    return emptied;
  }

  private boolean spared(Product product, List<Rule> hiding) {
    return hiding.stream().noneMatch(other -> targets.hit(other, product));
  }

  private Set<Left> pages(Product product, Map<CategoryId, Left> known) {
    return product.categories().stream()
        .flatMap(leaf -> targets.catalog().lineage(leaf).stream())
        .map(id -> known.computeIfAbsent(id, any -> new Left()))
        .collect(Collectors.toSet());
  }
}
