package dev.attune.bench.scale;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.slot.ListingSlot;
import dev.attune.merchandising.Merchandise;
import dev.attune.models.Models;
import dev.attune.profile.Shopper;
import dev.attune.search.SearchResult;
import dev.attune.search.listing.Hit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts what a search found into the order of some shopper, as the gateway does. */
final class ResultsPage {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final int SHOPPERS = 1_000;
  private static final int SESSIONS = 20_000;

  private final Deciding deciding;
  private final List<Shopper> shoppers = new ArrayList<>();

  ResultsPage(CatalogSnapshot catalog) {
    ManyShoppers people = new ManyShoppers(catalog, NOW);
    Models models = Models.train(catalog, people.events(SESSIONS), NOW);
    this.deciding = new Deciding(catalog, models, NOW);
    for (int i = 0; i < SHOPPERS; i++) {
      shoppers.add(people.shopper());
    }
  }

  /** How many products are in the order. */
  int rank(SearchResult found, String words, int number) {
    List<Hit> top = found.hits().stream().limit(ListingSlot.WINDOW).toList();
    double best = top.stream().mapToDouble(Hit::score).max().orElse(1);
    List<ProductId> products = top.stream().map(Hit::product).toList();
    List<Double> strengths = top.stream().map(hit -> hit.score() / best).toList();
    Ask ask =
        Ask.of(
                deciding.page(shoppers.get(number % SHOPPERS), Merchandise.EMPTY),
                ListingSlot.WINDOW)
            .among(products, strengths)
            .searching(words);
    return deciding.pipeline().decide(ListingSlot.SEARCH, ask).items().size();
  }
}
