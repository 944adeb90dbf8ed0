package dev.attune.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateSearchTest {
  private static final String FEED =
      "id\ttitle\tdescription\tlink\timage_link\tavailability\tprice\n"
          + "l1\tDesk Lamp\tBright\thttps://s.example/l1\thttps://s.example/l1.jpg\tin_stock\t9"
          + " EUR\n"
          + "c1\tDesk Chair\tSoft\thttps://s.example/c1\thttps://s.example/c1.jpg\tin_stock\t90"
          + " EUR\n";

  @TempDir Path files;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    List<String> words = new java.util.ArrayList<>(List.of("evaluate-search"));
    words.addAll(List.of(arguments));
    return new CommandLine(List.of(new EvaluateSearch(Clock.systemUTC())))
        .run(words, new PrintStream(out), new PrintStream(err));
  }

  private String file(String name, String text) throws IOException {
    Path file = files.resolve(name);
    try (OutputStream bytes =
        name.endsWith(".gz")
            ? new GZIPOutputStream(Files.newOutputStream(file))
            : Files.newOutputStream(file)) {
      bytes.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file.toString();
  }

  @Test
  void printsScoresAsOneJsonDocument() throws IOException {
    String catalog = file("feed.tsv.gz", FEED);
    String judgments = file("j.csv", "query,product,rating\nlamp,l1,3\nchair,l1,1\nsofa,c1,0\n");
    assertThat(run("--catalog", catalog, "--format", "google", "--judgments", judgments)).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(json.get("ndcg@10").asDouble()).isEqualTo(.5);
    assertThat(json.get("recall@50").asDouble()).isEqualTo(.5);
    assertThat(json.get("queries").asInt()).isEqualTo(3);
    assertThat(json.get("queriesWithRelevant").asInt()).isEqualTo(2);
    assertThat(json.get("worst").get(0).get("query").asText()).isEqualTo("chair");
    assertThat(json.get("worst").get(0).get("found").asInt()).isEqualTo(1);
  }

  @Test
  void tellsWrongUsageFromFailure() throws IOException {
    String catalog = file("feed.tsv", FEED);
    String judgments = file("bad.csv", "query,rating\nlamp,3\n");
    assertThat(run("--catalog", catalog)).isEqualTo(CommandLine.WRONG_USAGE);
    assertThat(run("--catalog", catalog, "--judgments", judgments, "--format", "nonsense"))
        .isEqualTo(CommandLine.WRONG_USAGE);
    assertThat(run("--catalog", catalog, "--judgments", judgments)).isEqualTo(CommandLine.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("MISSING_FIELD", "'product'");
  }

  @Test
  void saysWhatMakesScoresLowThatIsNotTheSearchsFault() throws IOException {
    String unpriced = "x1\tDesk Mat\tFlat\thttps://s.example/x1\thttps://s.example/x\tin_stock\t\n";
    String catalog = file("feed.tsv", FEED + unpriced);
    String judgments = file("j.csv", "query,product,rating\nlamp,l1,3\nlamp,l2,3\nmat,x1,1\n");
    assertThat(run("--catalog", catalog, "--judgments", judgments, "--currency", "eur")).isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(json.get("ratedProductsNotInCatalog").asInt()).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("1 products have no price", "1 rated products are not in the catalog");
  }

  @Test
  void failsOnACatalogWithoutProducts() throws IOException {
    String judgments = file("j.csv", "query,product,rating\nlamp,l1,3\n");
    String catalog = file("feed.tsv", FEED.substring(0, FEED.indexOf('\n') + 1));
    assertThat(run("--catalog", catalog, "--judgments", judgments)).isEqualTo(CommandLine.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("MISSING_FIELD", "--catalog");
    assertThat(out.size()).isZero();
  }
}
