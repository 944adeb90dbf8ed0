package dev.attune.search.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.search.SearchIndex;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchEvaluationTest {
  private static final CatalogSnapshot SHOP =
      new SampleCatalog()
          .product("a", "Lamp")
          .add()
          .product("b", "Lamp table with a long name")
          .add()
          .snapshot("evaluated");

  private static Judgments read(String text) throws IOException {
    return JudgmentFile.read(new StringReader(text));
  }

  @Test
  void readsColumnsByTheirUsualNames() throws IOException {
    Judgments judgments = read("grade;doc_id;Q\n3;a;\"green; lamp\"\n\n0;b;x\n");
    assertThat(judgments.ratings().get("green; lamp")).containsEntry("a", 3.0);
    assertThat(read("\ufeffquery\tid\trating\nq\ta\t1.5").ratings().get("q"))
        .containsEntry("a", 1.5);
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    assertThatThrownBy(() -> read("query,rating\nq,1")).hasMessageContaining("'product'");
    assertThatThrownBy(() -> read("query,id,rating\nq,a,good")).hasMessageContaining("Line 2");
    assertThatThrownBy(() -> read("query,id,rating\nq,a")).hasMessageContaining("Line 2");
    assertThatThrownBy(() -> read("query,id,rating\nq,a,-1")).hasMessageContaining("Line 2");
    assertThatThrownBy(() -> read("query,id,rating\n")).hasMessageContaining("no judgments");
    assertThatThrownBy(() -> read("")).hasMessageContaining("'query'");
  }

  @Test
  void scoresOverTheQueriesWithSomethingRelevant() throws IOException {
    Judgments judgments =
        read("query,id,rating\nlamp,a-v,1\nlamp,b,3\nlamp,gone,0\nchair,a,0\ntable,gone,2");
    SearchEvaluation scores = SearchEvaluation.of(SHOP, SearchIndex.of(SHOP), judgments);
    double wrongOrder = (1 + 7 / 1.584963) / (7 + 1 / 1.584963);
    assertThat(scores.scores()).hasSize(3);
    assertThat(scores.judged()).extracting(QueryScore::query).containsExactly("lamp", "table");
    assertThat(scores.ndcg()).isEqualTo(wrongOrder / 2, within(1e-6));
    assertThat(scores.recall()).isEqualTo(.5);
    assertThat(scores.worst(1)).extracting(QueryScore::query).isEqualTo(List.of("table"));
  }
}
