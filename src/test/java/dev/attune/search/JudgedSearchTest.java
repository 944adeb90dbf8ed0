package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SharedData;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.feed.FeedMoney;
import dev.attune.catalog.feed.FeedText;
import dev.attune.catalog.snapshot.CatalogFromFeed;
import dev.attune.catalog.store.Format;
import dev.attune.platform.money.Money;
import dev.attune.search.evaluation.JudgmentFile;
import dev.attune.search.evaluation.Judgments;
import dev.attune.search.evaluation.SearchEvaluation;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Search on 19,406 real products, against what people said of its results. */
class JudgedSearchTest {
  @Test
  void ranksWhatPeopleFoundRelevantFirst() throws IOException {
    Judgments judgments;
    try (Reader text = Files.newBufferedReader(SharedData.file("icecat/judgments.csv"))) {
      judgments = JudgmentFile.read(text);
    }
    CatalogSnapshot catalog = catalog();
    SearchEvaluation scores = SearchEvaluation.of(catalog, SearchIndex.of(catalog), judgments);
    System.out.printf(
        "NDCG@10 %.4f, recall@50 %.4f over %d of %d queries%n",
        scores.ndcg(), scores.recall(), scores.judged().size(), scores.scores().size());
    assertThat(scores.ndcg()).isGreaterThan(.80);
    assertThat(scores.recall()).isGreaterThan(.80);
  }

  /** As the command {@code evaluate-search} reads it, so that both print the same numbers. */
  private static CatalogSnapshot catalog() throws IOException {
    FeedMoney dollars = FeedMoney.of(Money.currency("USD").orElseThrow());
    try (InputStream bytes = Files.newInputStream(SharedData.file("icecat/products.tsv.gz"));
        Reader text = FeedText.of(bytes)) {
      return CatalogFromFeed.read(
          Format.parse("google", dollars).orElseThrow().open(text),
          Instant.parse("2026-11-01T00:00:00Z"),
          Locale.ENGLISH);
    }
  }
}
