package dev.attune.graphql.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.catalog.Catalog;
import dev.attune.models.ModelRegistry;
import dev.attune.models.registry.ModelVersion;
import dev.attune.models.registry.ModelVersions;
import dev.attune.models.registry.ModelVersions.Hold;
import dev.attune.models.registry.ModelsReady;
import dev.attune.search.SearchIndex;
import dev.attune.search.SearchIndexes;
import dev.attune.search.SearchRequest;
import dev.attune.search.column.Demand;
import dev.attune.search.listing.ProductSort;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ModelsApiTest {
  private static final String MODELS =
      "{ models { inUse hold { version who } versions(first: 5) { totalCount pageInfo {"
          + " hasNextPage } nodes { version trainedAt catalogVersion events shoppers megabytes"
          + " state reason exam { questions ndcg runningNdcg } times { model seconds } } } } }";

  @Inject ModelRegistry registry;
  @Inject ModelVersions versions;

  @Inject LastTold lastTold;

  /** Asks for lists by what is about to be in use, when all others have been told of it. */
  @Singleton
  static class LastTold {
    private final Map<String, Boolean> inUse = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final SearchIndexes indexes;
    private final Catalog catalog;
    private final Instance<ModelRegistry> registry;

    @Inject
    LastTold(SearchIndexes indexes, Catalog catalog, Instance<ModelRegistry> registry) {
      this.indexes = indexes;
      this.catalog = catalog;
      this.registry = registry;
    }

    void ask(@Observes @Priority(Integer.MAX_VALUE) ModelsReady ready) {
      inUse.put(
          ready.models().version(),
          registry.get().current().popularity() == ready.models().popularity());
      SearchIndex index = indexes.forCatalog(catalog.snapshot());
      Demand demand =
          Demand.of(ready.models().popularity().everywhere(), id -> reads.incrementAndGet());
      for (ProductSort sort : List.of(ProductSort.BESTSELLING, ProductSort.FEATURED)) {
        index.search(new SearchRequest("", List.of(), sort, 0, 10), demand);
      }
    }
  }

  @AfterEach
  void learnOn() {
    merchandiser().ask("mutation { resumeModels { inUse } }");
    registry.train();
  }

  @Test
  void showsEachTrainingWithWhatItRestsOn() {
    String trained = registry.train().version();

    JsonPath models = analyst().ask(MODELS);

    models.setRootPath("data.models.versions");
    String its = "nodes.find { it.version == '" + trained + "' }.";
    assertThat(models.getString(its + "state")).isEqualTo("PROMOTED");
    assertThat(models.getString(its + "reason")).isNotBlank();
    assertThat(models.getList(its + "times.model")).contains("popularity", "vectors");
    assertThat(models.getInt("totalCount")).isPositive();
  }

  @Test
  void putsProductsInOrderBeforeATrainingIsInUse() {
    String trained = registry.train().version();

    assertThat(lastTold.inUse).containsEntry(trained, false);
    assertThat(lastTold.reads).hasValue(0);
  }

  @Test
  void goesBackToATrainingUntilToldToLearnAgain() {
    String trained = registry.train().version();

    JsonPath back =
        merchandiser()
            .ask(
                "mutation { rollBackModels(version: \""
                    + trained
                    + "\") { hold { version who } } }");

    assertThat(back.getString("data.rollBackModels.hold.version")).isEqualTo(trained);
    assertThat(back.getString("data.rollBackModels.hold.who")).isEqualTo("mv-merchandiser");
    assertThat(registry.train().reason()).isEqualTo("mv-merchandiser went back to " + trained);
    JsonPath resumed = merchandiser().ask("mutation { resumeModels { hold { version } } }");
    assertThat(resumed.<Object>get("data.resumeModels.hold")).isNull();
    assertThat(registry.train().reason()).doesNotContain("went back");
    JsonPath audit =
        GraphQl.nobody()
            .signedIn("mv-admin", "admin")
            .ask(
                "{ auditLog(what: \"models.\", who: \"mv-merchandiser\", first: 2) { nodes { what"
                    + " before after } } }");
    assertThat(audit.getList("data.auditLog.nodes.what"))
        .as(audit.prettify())
        .containsExactly("models.resumed", "models.rolled-back");
    assertThat(audit.getString("data.auditLog.nodes[1].before")).contains("version");
    assertThat(audit.getString("data.auditLog.nodes[1].after")).contains(trained);
    assertThat(audit.getString("data.auditLog.nodes[0].before")).contains(trained);
    assertThat(audit.getString("data.auditLog.nodes[0].after")).isNull();
  }

  @Test
  void hearsThatAMerchantWentBackAtAnotherReplica() throws InterruptedException {
    ModelVersion earlier = registry.train();
    String version = earlier.version();

    versions.hold(new Hold(version, earlier.cut(), "mv-elsewhere", Instant.now()));
    until(() -> reason(version).equals("mv-elsewhere went back to " + version));
    versions.release();
    until(() -> !reason(registry.current().version()).contains("mv-elsewhere"));
  }

  @Test
  void tellsWhatEachReplicaUses() throws InterruptedException {
    String trained = registry.train().version();
    until(() -> replicas().getList("version", String.class).contains(trained));
    JsonPath replicas = replicas();
    String its = "find { it.version == '" + trained + "' }.";
    assertThat(replicas.getString(its + "replica")).isNotBlank();
    assertThat(replicas.getBoolean(its + "asHeld")).isTrue();
    assertThat(replicas.getString(its + "since")).isNotBlank();
  }

  private static JsonPath replicas() {
    JsonPath answer = analyst().ask("{ models { replicas { replica version since asHeld } } }");
    answer.setRootPath("data.models.replicas");
    return answer;
  }

  private String reason(String version) {
    return versions.find(version).map(ModelVersion::reason).orElse("");
  }

  private static void until(BooleanSupplier holds) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(60);
    while (!holds.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  @Test
  void refusesTrainingsThatNobodyRemembersAndPeopleWithoutTheRole() {
    assertThat(merchandiser().refusal("mutation { rollBackModels(version: \"mv-no\") { inUse } }"))
        .isEqualTo("UNKNOWN_ID");
    assertThat(GraphQl.nobody().refusal(MODELS)).isEqualTo("FORBIDDEN");
    assertThat(analyst().refusal("mutation { resumeModels { inUse } }")).isEqualTo("FORBIDDEN");
  }

  private static GraphQl merchandiser() {
    return GraphQl.nobody().signedIn("mv-merchandiser", "merchandiser");
  }

  private static GraphQl analyst() {
    return GraphQl.nobody().signedIn("mv-analyst", "analyst");
  }
}
