package dev.attune.models;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.events.Signal;
import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.InteractionsBuilder;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.counts.Extent;
import dev.attune.models.counts.Learned;
import dev.attune.models.counts.Took;
import dev.attune.models.demand.Conversion;
import dev.attune.models.demand.Multiples;
import dev.attune.models.demand.PriceLevels;
import dev.attune.models.demand.SearchTerms;
import dev.attune.models.exam.Exam;
import dev.attune.models.exam.Withholding;
import dev.attune.models.gathering.Gathering;
import dev.attune.models.sequence.Vectors;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One training of all models: takes events, each shopper's together and in the order of time, then
 * learns from them at once, or from what was learned elsewhere. For one thread, once.
 */
public final class Training implements Consumer<TrainingEvent> {
  private final Models before;
  private final ProductOrdinals products;
  private final Predicate<String> withholds;
  private final InteractionsBuilder builder;
  private final Took took = new Took();
  private final SearchTerms.Counting searches = new SearchTerms.Counting();
  private Exam exam = Exam.NONE;
  private long events;

  /** Learns from everybody, and lends nothing. */
  public Training(CatalogSnapshot catalog) {
    this(catalog, Models.EMPTY, Withholding.NOBODY);
  }

  /**
   * @param before may lend what is dear to learn and has hardly changed
   * @param withholds whose next steps are not learned from, but examined on
   */
  public Training(CatalogSnapshot catalog, Models before, Predicate<String> withholds) {
    this.before = before;
    this.products = new ProductOrdinals(catalog);
    this.withholds = withholds;
    this.builder = new InteractionsBuilder(products, withholds);
  }

  @Override
  public void accept(TrainingEvent event) {
    add(event.owner(), event.at(), event.signals());
  }

  /** As {@link #accept}. */
  public void add(String owner, Instant at, List<Signal> signals) {
    events++;
    searches.add(owner, at, signals);
    builder.add(owner, at, signals);
  }

  /** To be filled with events in any order, for {@link #add(Gathering)}. */
  public Gathering gathering() {
    return new Gathering(products, withholds);
  }

  /** All that was gathered, in order. */
  public void add(Gathering gathered) {
    events += gathered.into(builder, searches);
  }

  /** The models; the same for the same events, catalog and time but for how long it took. */
  public Models finish(Instant now) {
    return models(learn(now));
  }

  /** The models of all that was gathered. */
  Models finish(Gathering gathered, Instant now) {
    add(gathered);
    return finish(now);
  }

  /** What the events taught, in a form that can be shipped. */
  public Learned learn(Instant now) {
    Interactions log = builder.build();
    return Learned.of(log, searches.finish(), events, now, took);
  }

  /** The models that come of what was learned, here or elsewhere, and from whatever catalog. */
  public Models models(Learned elsewhere) {
    Learned learned = elsewhere.in(products);
    exam = Exam.of(learned.steps(), products);
    SessionNeighbours sessions =
        took.timed(
            "sessionNeighbours",
            () ->
                SessionNeighbours.of(
                    learned.visits(), products, SessionNeighbours.Settings.DEFAULT));
    ItemNeighbours items = ItemNeighbours.of(learned.near(), products);
    NextProducts.Settings blend = NextProducts.Settings.DEFAULT;
    Vectors vectors =
        took.timed(
            "vectors",
            () ->
                before
                    .nextProducts()
                    .vectorsFor(learned, products)
                    .orElseGet(() -> Vectors.learn(learned, products, blend.factors())));
    Popularity popularity =
        took.timed("popularity", () -> Popularity.of(learned.demand(), products));
    Trend trend =
        took.timed("trend", () -> Trend.of(learned.demand(), products, Trend.Settings.DEFAULT));
    ContentSimilarity content =
        took.timed(
            "contentSimilarity",
            () -> ContentSimilarity.of(products, ContentSimilarity.Settings.DEFAULT));
    BuyAgain again =
        took.timed(
            "buyAgain", () -> BuyAgain.of(learned.rhythms(), products, BuyAgain.Settings.DEFAULT));
    Conversion conversion =
        took.timed("conversion", () -> Conversion.of(learned.demand(), products));
    PriceLevels levels = took.timed("priceLevels", () -> PriceLevels.of(products));
    return new Models(
        version(learned),
        report(learned),
        popularity,
        trend,
        sessions,
        items,
        new NextProducts(products, items, sessions, vectors, blend),
        BoughtTogether.of(learned.together(), products),
        content,
        again,
        conversion,
        learned.searches(),
        Multiples.of(learned.orders()),
        levels,
        before.blends());
  }

  /** What to ask the models that were made, and those that they would replace. */
  public Exam exam() {
    return exam;
  }

  private String version(Learned learned) {
    long content = learned.extent().fingerprint() * 31 + products.catalog().version().hashCode();
    return HexFormat.of().toHexDigits(content) + "-" + learned.cut().getEpochSecond();
  }

  private Models.Report report(Learned learned) {
    Extent extent = learned.extent();
    boolean any = extent.touches() > 0;
    return new Models.Report(
        learned.cut(),
        products.catalog().version(),
        any ? Interactions.instantOf(extent.first()) : null,
        any ? Interactions.instantOf(extent.last()) : null,
        extent.events(),
        Math.toIntExact(extent.touches()),
        extent.shoppers(),
        took.all());
  }
}
