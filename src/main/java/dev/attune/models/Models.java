package dev.attune.models;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.models.blend.Blend;
import dev.attune.models.compact.Interactions;
import dev.attune.models.demand.Conversion;
import dev.attune.models.demand.Multiples;
import dev.attune.models.demand.PriceLevels;
import dev.attune.models.demand.SearchTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All models of one training.
 *
 * @param version from what was learned and when: other input or another time give another one
 * @param report what they rest on
 * @param blends how much features count, by slot
 */
public record Models(
    String version,
    Report report,
    Popularity popularity,
    Trend trend,
    SessionNeighbours sessionNeighbours,
    ItemNeighbours itemNeighbours,
    NextProducts nextProducts,
    BoughtTogether boughtTogether,
    ContentSimilarity contentSimilarity,
    BuyAgain buyAgain,
    Conversion conversion,
    SearchTerms searchTerms,
    Multiples multiples,
    PriceLevels priceLevels,
    Map<String, Blend> blends) {
  /** Models of a shop that nobody has visited: they know nothing and answer so. */
  public static final Models EMPTY =
      new Models(
          "0",
          new Report(Instant.EPOCH, CatalogSnapshot.EMPTY.version(), null, null, 0, 0, 0, Map.of()),
          Popularity.NONE,
          Trend.NONE,
          SessionNeighbours.NONE,
          ItemNeighbours.NONE,
          NextProducts.NONE,
          BoughtTogether.NONE,
          ContentSimilarity.NONE,
          BuyAgain.NONE,
          Conversion.NONE,
          SearchTerms.NONE,
          Multiples.NONE,
          PriceLevels.NONE,
          Map.of());

  /**
   * What a training rests on.
   *
   * @param from the first touch that was learned from, null without any
   * @param to the last one
   * @param events that came in
   * @param touches of catalog products among what they signal
   * @param took how long each step took, by the model's name
   */
  public record Report(
      Instant trainedAt,
      String catalogVersion,
      @Nullable Instant from,
      @Nullable Instant to,
      long events,
      int touches,
      int shoppers,
      Map<String, Duration> took) {
    public Report {
      took = Collections.unmodifiableMap(new TreeMap<>(took));
    }
  }

  public Models {
    blends = Map.copyOf(blends);
  }

  /** The models' number of the product at a place of a catalog, -1 where they do not know it. */
  public int number(CatalogSnapshot catalog, int place) {
    return nextProducts.products().at(catalog, place);
  }

  /** The weights that were learned for a slot, by feature; empty where the stated ones hold. */
  public Map<String, Double> weights(String slot) {
    @Nullable Blend blend = blends.get(slot);
    return blend == null || !blend.learned() ? Map.of() : blend.weights();
  }

  /** These as a page of a market asks them: what is popular and what rises is of that market. */
  public Models in(@Nullable String country) {
    Popularity popular = popularity.in(country);
    return popular == popularity ? this : with(popular, trend.in(country), blends);
  }

  /** The same, that blend so. */
  public Models with(Map<String, Blend> other) {
    return with(popularity, trend, other);
  }

  private Models with(Popularity popular, Trend rising, Map<String, Blend> blended) {
    return new Models(
        version,
        report,
        popular,
        rising,
        sessionNeighbours,
        itemNeighbours,
        nextProducts,
        boughtTogether,
        contentSimilarity,
        buyAgain,
        conversion,
        searchTerms,
        multiples,
        priceLevels,
        blended);
  }

  /** The same, that know of visits since the training, too. */
  Models with(Interactions lately) {
    String base = version.indexOf('+') < 0 ? version : version.substring(0, version.indexOf('+'));
    return new Models(
        base + "+" + lately.size(),
        report,
        popularity,
        trend,
        sessionNeighbours,
        itemNeighbours,
        nextProducts.with(lately),
        boughtTogether,
        contentSimilarity,
        buyAgain,
        conversion,
        searchTerms,
        multiples,
        priceLevels,
        blends);
  }

  /** Learns from events that are at hand; see {@link Training} for those that are not. */
  public static Models train(CatalogSnapshot catalog, List<TrainingEvent> events, Instant now) {
    Training training = new Training(catalog);
    events.forEach(training);
    return training.finish(now);
  }
}
