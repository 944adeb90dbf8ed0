package dev.attune.merchandising.rule.check;

import dev.attune.catalog.Market;
import dev.attune.catalog.Product;
import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a rule that would leave a page of the shop, or a search, without a product: for
 * everybody, or in one market that sells less, at other prices or with other rules.
 */
final class EmptyMarkets {
  /** No more pages are named. */
  private static final int NAMED = 5;

  private final Shop shop;
  private final Instant now;

  EmptyMarkets(Shop shop, Instant now) {
    this.shop = shop;
    this.now = now;
  }

  /**
   * @param others rules that are live
   * @throws AttuneException RULE_HIDES_PAGE that says what would be left of what, and where
   */
  void check(Rule rule, List<Rule> others) {
    if (!(rule.action() instanceof Action.Hide)) {
      return;
    }
    List<Rule> hiding =
        others.stream()
            .filter(other -> other.action() instanceof Action.Hide)
            .filter(other -> !other.id().equals(rule.id()) && rule.scope().mayMeet(other.scope()))
            .toList();
    List<String> emptied = new ArrayList<>();
    Told told = new Told(rule, hiding);
    for (Map<List<Rule>, List<Market>> view : views(rule, hiding)) {
      Market any = view.values().iterator().next().get(0);
      if (told.nothingIsEmptied(any, view.keySet())) {
        continue;
      }
      EmptyPages pages = new EmptyPages(new Targets(shop.sold(any), now), shop.searches());
      view.forEach(
          (there, markets) -> {
            pages.emptiedBy(rule, there).forEach(page -> emptied.add(page + named(markets)));
            if (markets.contains(Market.HOME)) {
              refuse(emptied); // what everybody would miss needs no list of markets
            }
          });
    }
    refuse(emptied);
  }

  /** What a few products tell of markets that are not at hand. */
  private final class Told {
    private final Rule rule;
    private final List<Rule> hiding;
    private final Targets home = new Targets(shop.catalog(), now);
    private @Nullable Witnesses witnesses;

    Told(Rule rule, List<Rule> hiding) {
      this.rule = rule;
      this.hiding = hiding;
    }

    /** Whether the rule empties no page there, whichever of these hide beside it. */
    boolean nothingIsEmptied(Market market, Set<List<Rule>> beside) {
      if (market.equals(Market.HOME) || shop.markets().has(market) || !Witnesses.suit(rule)) {
        return false;
      }
      Witnesses asked = witnesses;
      if (asked == null) {
        asked = new Witnesses(home, rule, hiding);
        witnesses = asked;
      }
      Witnesses tell = asked;
      List<Product> sold = shop.markets().look(market, tell.products());
      return beside.stream().allMatch(there -> tell.tell(home, sold, there));
    }
  }

  /**
   * Where the rule holds: first the shop for everybody, then what differs from it. What differs is
   * as large as the shop, so whoever asks looks at one after the other.
   *
   * @return for all that see the same, the markets with the same hiding rules
   */
  private Collection<Map<List<Rule>, List<Market>>> views(Rule rule, List<Rule> hiding) {
    Map<String, Map<List<Rule>, List<Market>>> views = new LinkedHashMap<>();
    Stream.of(Stream.of(Market.HOME), named(rule, hiding), shop.markets().markets().stream())
        .flatMap(markets -> markets)
        .filter(market -> holds(rule, market))
        .forEach(
            market ->
                views
                    .computeIfAbsent(shop.markets().view(market), any -> new LinkedHashMap<>())
                    .computeIfAbsent(
                        hiding.stream().filter(other -> holds(other, market)).toList(),
                        any -> new ArrayList<>())
                    .add(market));
    return views.values();
  }

  /** The countries that rules name, which may have fewer products than those that none names. */
  private static Stream<Market> named(Rule rule, List<Rule> hiding) {
    return Stream.concat(Stream.of(rule), hiding.stream())
        .flatMap(one -> one.scope().markets().stream())
        .distinct()
        .map(country -> new Market(country, null, Locale.ROOT));
  }

  private static boolean holds(Rule rule, Market market) {
    @Nullable String country = market.country();
    return rule.scope().markets().isEmpty()
        || (country != null && rule.scope().markets().contains(country));
  }

  /** Nothing for everybody's pages. */
  private static String named(List<Market> markets) {
    TreeSet<String> names = new TreeSet<>();
    for (Market market : markets) {
      if (market.country() != null) {
        names.add(market.country());
      } else if (market.currency() != null) {
        names.add(market.currency().getCurrencyCode());
      } else {
        return "";
      }
    }
    return " for " + String.join(" and ", names);
  }

  private static void refuse(List<String> emptied) {
    if (!emptied.isEmpty()) {
      List<String> named = emptied.subList(0, Math.min(NAMED, emptied.size()));
      String more = emptied.size() > NAMED ? " and " + (emptied.size() - NAMED) + " more" : "";
      throw new AttuneException(
          ErrorCode.RULE_HIDES_PAGE,
          "rule.hide",
          "The rule hides whole pages; it would leave " + String.join(", ", named) + more);
    }
  }
}
