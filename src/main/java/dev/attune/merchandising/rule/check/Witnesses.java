package dev.attune.merchandising.rule.check;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.merchandising.rule.Rule;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A few products of each page that a rule can change, which stay as everybody sees the shop. Where
 * a market sells one of them and shows it with the rule, the page is not empty there: of most
 * markets no more has to be read than these.
 */
final class Witnesses {
  /** Of so many products one is sold in most markets; of a page with no more all are asked. */
  private static final int EACH = 8;

  private final Rule rule;
  private final List<Page> pages;

  /** What is asked of one page. */
  private static final class Page {
    private final List<ProductId> first = new ArrayList<>();
    private final List<ProductId> staying = new ArrayList<>();
    private int all;
    private boolean changes;

    void add(ProductId id, boolean aimed, boolean stays) {
      all++;
      changes |= aimed;
      if (first.size() < EACH) {
        first.add(id);
      }
      if (stays && staying.size() < EACH) {
        staying.add(id);
      }
    }

    boolean whole() {
      return all <= EACH;
    }

    List<ProductId> asked() {
      return whole() ? first : staying;
    }
  }

  /**
   * @param home by everybody's shop
   * @param hiding other rules that hide, that may hold where this one does
   */
  Witnesses(Targets home, Rule rule, List<Rule> hiding) {
    this.rule = rule;
    Page shop = new Page();
    Map<CategoryId, Page> categories = new HashMap<>();
    for (Product product : home.catalog().products()) {
      boolean aimed = home.aimed(rule, product);
      boolean stays = stays(home, product, hiding);
      shop.add(product.id(), aimed, stays);
      Set<CategoryId> on = new HashSet<>();
      product.categories().forEach(leaf -> on.addAll(home.catalog().lineage(leaf)));
      on.forEach(
          id -> categories.computeIfAbsent(id, any -> new Page()).add(product.id(), aimed, stays));
    }
    List<Page> changing = new ArrayList<>(categories.values());
    changing.add(shop);
    changing.removeIf(page -> !page.changes);
    this.pages = changing;
  }

  /** Whether pages tell: not searches, nor the order of categories. */
  static boolean suit(Rule rule) {
    String category = new GlobalId(NodeType.CATEGORY, "any").toString().replace("any", "");
    return rule.scope().queries().isEmpty()
        && rule.subjects().stream().noneMatch(id -> id.startsWith(category));
  }

  /** Whom to ask about. */
  Set<ProductId> products() {
    Set<ProductId> products = new HashSet<>();
    pages.forEach(page -> products.addAll(page.asked()));
    return products;
  }

  /**
   * Whether no page is emptied there, as far as witnesses tell; where they do not, all that is sold
   * has to be looked at.
   *
   * @param sold those of {@link #products} that are sold there, at its prices
   * @param there the other rules that hide there
   */
  boolean tell(Targets home, List<Product> sold, List<Rule> there) {
    Map<ProductId, Product> buyable = new HashMap<>();
    sold.stream().filter(Product::forSale).forEach(one -> buyable.put(one.id(), one));
    Set<ProductId> staying =
        buyable.values().stream()
            .filter(product -> stays(home, product, there))
            .map(Product::id)
            .collect(Collectors.toSet());
    return pages.stream()
        .allMatch(
            page ->
                page.asked().stream().anyMatch(staying::contains)
                    || (page.whole() && page.asked().stream().noneMatch(buyable::containsKey)));
  }

  /** Whatever the other rules are for, so that it is shown wherever this says so. */
  private boolean stays(Targets home, Product product, List<Rule> others) {
    return product.forSale()
        && !home.hit(rule, product)
        && others.stream()
            .filter(other -> other.scope().queries().isEmpty())
            .noneMatch(other -> home.hit(other, product));
  }
}
