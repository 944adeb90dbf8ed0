package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SharedCatalog;
import dev.attune.SharedData;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.search.evaluation.JudgmentFile;
import dev.attune.search.evaluation.Judgments;
import dev.attune.search.evaluation.SearchEvaluation;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Search on 19,406 real products, against what people said of its results. */
class JudgedSearchTest {
  @Test
  void ranksWhatPeopleFoundRelevantFirst() throws IOException {
    Judgments judgments;
    try (Reader text = Files.newBufferedReader(SharedData.file("icecat/judgments.csv"))) {
      judgments = JudgmentFile.read(text);
    }
    CatalogSnapshot catalog = SharedCatalog.of("icecat");
    SearchEvaluation scores = SearchEvaluation.of(catalog, SearchIndex.of(catalog), judgments);
    System.out.printf(
        "NDCG@10 %.4f, recall@50 %.4f over %d of %d queries%n",
        scores.ndcg(), scores.recall(), scores.judged().size(), scores.scores().size());
    assertThat(scores.ndcg()).isGreaterThan(.80);
    assertThat(scores.recall()).isGreaterThan(.80);
  }
}
