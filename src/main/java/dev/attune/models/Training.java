package dev.attune.models;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.events.Signal;
import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.InteractionsBuilder;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.demand.Conversion;
import dev.attune.models.demand.Multiples;
import dev.attune.models.demand.SearchTerms;
import dev.attune.models.exam.Exam;
import dev.attune.models.exam.Withholding;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One training of all models: takes events, each shopper's together and in the order of time, then
 * learns from them at once. For one thread, once.
 */
public final class Training implements Consumer<TrainingEvent> {
  private final Models before;
  private final ProductOrdinals products;
  private final InteractionsBuilder builder;
  private final Map<String, Duration> took = new HashMap<>();
  private Exam exam = Exam.NONE;
  private final SearchTerms.Counting searches = new SearchTerms.Counting();
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

  /** The models; the same for the same events, catalog and time but for how long it took. */
  public Models finish(Instant now) {
    Interactions log = builder.build();
    Interactions taught = log.taught();
    exam = Exam.of(log);
    Popularity popularity =
        timed("popularity", () -> Popularity.of(log, now, Popularity.Settings.DEFAULT));
    Trend trend = timed("trend", () -> Trend.of(log, now, Trend.Settings.DEFAULT));
    SessionNeighbours sessions =
        timed(
            "sessionNeighbours",
            () -> SessionNeighbours.of(taught, SessionNeighbours.Settings.DEFAULT));
    ItemNeighbours items =
        timed("itemNeighbours", () -> ItemNeighbours.of(taught, ItemNeighbours.Settings.DEFAULT));
    NextProducts.Settings blend = NextProducts.Settings.DEFAULT;
    NextProducts.Vectors vectors =
        timed(
            "vectors",
            () ->
                before
                    .nextProducts()
                    .vectorsFor(taught)
                    .orElseGet(() -> NextProducts.Vectors.learn(taught, blend.factors())));
    NextProducts next = new NextProducts(products, items, sessions, vectors, blend);
    BoughtTogether together =
        timed("boughtTogether", () -> BoughtTogether.of(log, BoughtTogether.Settings.DEFAULT));
    ContentSimilarity content =
        timed(
            "contentSimilarity",
            () -> ContentSimilarity.of(products, ContentSimilarity.Settings.DEFAULT));
    BuyAgain again = timed("buyAgain", () -> BuyAgain.of(log, BuyAgain.Settings.DEFAULT));
    return new Models(
        version(log, now),
        report(log, now),
        popularity,
        trend,
        sessions,
        items,
        next,
        together,
        content,
        again,
        timed("conversion", () -> Conversion.of(log)),
        searches.finish(),
        timed("multiples", () -> Multiples.of(log)),
        before.blends());
  }

  /** What to ask the models that {@link #finish} made, and those that they would replace. */
  public Exam exam() {
    return exam;
  }

  private <T> T timed(String model, Supplier<T> step) {
    long start = System.nanoTime();
    T made = step.get();
    took.put(model, Duration.ofNanos(System.nanoTime() - start));
    return made;
  }

  private String version(Interactions log, Instant now) {
    long content = log.fingerprint() * 31 + products.catalog().version().hashCode();
    return HexFormat.of().toHexDigits(content) + "-" + now.getEpochSecond();
  }

  private Models.Report report(Interactions log, Instant now) {
    @Nullable Instant from = null;
    @Nullable Instant to = null;
    for (int row = 0; row < log.size(); row++) {
      Instant at = Interactions.instantOf(log.second(row));
      from = from == null || at.isBefore(from) ? at : from;
      to = to == null || at.isAfter(to) ? at : to;
    }
    return new Models.Report(
        now, products.catalog().version(), from, to, events, log.size(), log.shoppers(), took);
  }
}
