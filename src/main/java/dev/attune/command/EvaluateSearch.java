package dev.attune.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.feed.FeedMoney;
import dev.attune.catalog.feed.FeedText;
import dev.attune.catalog.snapshot.CatalogFromFeed;
import dev.attune.catalog.store.Format;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.platform.money.Money;
import dev.attune.search.SearchIndex;
import dev.attune.search.evaluation.JudgmentFile;
import dev.attune.search.evaluation.Judgments;
import dev.attune.search.evaluation.QueryScore;
import dev.attune.search.evaluation.SearchEvaluation;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Scores search on a feed and on judgments of a search team's own, with the index that serves. */
final class EvaluateSearch implements Command {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int WORST = 10;
  private static final Set<String> OPTIONS =
      Set.of("catalog", "format", "judgments", "locale", "currency");

  private final Clock clock;

  EvaluateSearch(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "evaluate-search";
  }

  @Override
  public String usage() {
    return "--catalog FILE --format google|shopify|jsonl --judgments FILE [--locale en] [--currency USD]";
  }

  @Override
  public void run(List<String> arguments, PrintStream out, PrintStream err) {
    Options options = new Options(arguments, OPTIONS);
    Path feed = options.file("catalog");
    Path rated = options.file("judgments");
    Format format = format(options);
    Locale locale = Locale.forLanguageTag(options.value("locale").orElse("en"));
    Judgments judgments = judgments(rated);
    CatalogSnapshot catalog = catalog(feed, format, locale);
    err.printf("%d products, %d queries%n", catalog.products().size(), judgments.ratings().size());
    int unknown = judgments.unknownIn(catalog);
    warn(catalog, unknown, err);
    long started = System.nanoTime();
    SearchIndex index = SearchIndex.of(catalog);
    double seconds = (System.nanoTime() - started) / 1e9;
    SearchEvaluation warm = SearchEvaluation.of(catalog, index, judgments);
    err.printf(
        "Warmed up in %.0f ms%n", warm.scores().stream().mapToDouble(QueryScore::millis).sum());
    ObjectNode report = report(SearchEvaluation.of(catalog, index, judgments), seconds);
    report.put("ratedProductsNotInCatalog", unknown);
    out.println(report.toPrettyString());
  }

  /** Of what makes scores low that is not the search's fault. */
  private static void warn(CatalogSnapshot catalog, int unknown, PrintStream err) {
    long unpriced =
        catalog.products().stream().filter(product -> product.lowestPrice().isEmpty()).count();
    if (unpriced > 0) {
      err.printf("%d products have no price, so no search finds them%n", unpriced);
    }
    if (unknown > 0) {
      err.printf("%d rated products are not in the catalog%n", unknown);
    }
  }

  private static Format format(Options options) {
    String id = options.value("format").orElse("google");
    return Format.parse(id, FeedMoney.of(currency(options)))
        .orElseThrow(() -> new WrongUsage("--format: there is no format '" + id + "'"));
  }

  /** Of amounts that name none; ranking does not look at them. */
  private static Currency currency(Options options) {
    String code = options.value("currency").orElse("USD");
    return Money.currency(code)
        .orElseThrow(() -> new WrongUsage("--currency: there is no currency '" + code + "'"));
  }

  private static Judgments judgments(Path file) {
    try (InputStream bytes = Files.newInputStream(file);
        Reader text = FeedText.of(bytes)) {
      return JudgmentFile.read(text);
    } catch (IOException damaged) {
      throw unreadable("judgments", damaged);
    }
  }

  private CatalogSnapshot catalog(Path file, Format format, Locale locale) {
    try (InputStream bytes = Files.newInputStream(file);
        Reader text = FeedText.of(bytes)) {
      CatalogSnapshot catalog = CatalogFromFeed.read(format.open(text), clock.instant(), locale);
      if (catalog.products().isEmpty()) {
        throw new AttuneException(
            ErrorCode.MISSING_FIELD, "catalog", "No row of the file of --catalog is a product");
      }
      return catalog;
    } catch (IOException damaged) {
      throw unreadable("catalog", damaged);
    }
  }

  private static AttuneException unreadable(String option, IOException damaged) {
    String message = "The file of --" + option + " ends early or is damaged";
    return new AttuneException(new Rejection(ErrorCode.TRUNCATED, option, message), damaged);
  }

  private static ObjectNode report(SearchEvaluation evaluation, double indexSeconds) {
    int all = evaluation.scores().size();
    int judged = evaluation.judged().size();
    ObjectNode json = JSON.createObjectNode();
    json.put("ndcg@10", rounded(evaluation.ndcg()));
    json.put("recall@50", rounded(evaluation.recall()));
    json.put("queries", all);
    json.put("queriesWithRelevant", judged);
    json.put("means", "over the queries for which something was rated above 0");
    json.put("ndcg@10OverAllQueries", rounded(all == 0 ? 0 : evaluation.ndcg() * judged / all));
    json.put("indexSeconds", rounded(indexSeconds));
    json.put("queryMillisP50", rounded(evaluation.millis(.5)));
    json.put("queryMillisP99", rounded(evaluation.millis(.99)));
    ArrayNode worst = json.putArray("worst");
    for (QueryScore score : evaluation.worst(WORST)) {
      worst
          .addObject()
          .put("query", score.query())
          .put("ndcg@10", score.ndcg() == null ? 0 : rounded(score.ndcg()))
          .put("found", score.found());
    }
    return json;
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
