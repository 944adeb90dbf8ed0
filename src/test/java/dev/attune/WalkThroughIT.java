package dev.attune;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk-through, run as it is printed against the packaged gateway. */
class WalkThroughIT {
  private static final String MARK = "=====";
  private static final Pattern BLOCK =
      Pattern.compile("^ *```bash\\n(.*?)^ *```", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir Path data;

  @Test
  void showsOneShopperBecomingKnownAndOutlivesAPowerCut() throws Exception {
    List<String> commands = commands();
    assertThat(commands).hasSize(11);
    try (PackagedGateway gateway = PackagedGateway.start(data, "is open: ")) {
      List<String> answers = run(commands, gateway.port());
      checkTheStory(answers);
      assertThat(
              PackagedGateway.complaint(data, "export-log", "--to", data.resolve("no").toString()))
          .startsWith("UNAVAILABLE: The log was not written: ")
          .contains("is in use by another Attune");
      gateway.killHard();
    }
    try (PackagedGateway again = PackagedGateway.start(data, "Listening on")) {
      List<String> replay = List.of(commands.get(0), commands.get(4), commands.get(7));
      JsonPath laptop = json(run(replay, again.port()).get(2));
      assertThat(viewed(laptop)).hasSize(3);
      again.stop();
    }
    commandsPrintNothingButTheirResult();
  }

  /** The log says the same a second time, and the folds are what they were. */
  private void commandsPrintNothingButTheirResult() throws Exception {
    JsonPath refolded = json(PackagedGateway.command(data, "refold"));
    assertThat(refolded.getInt("owners")).isGreaterThan(120);
    assertThat(refolded.getInt("changed")).isZero();
    Path log = data.resolve("log");
    JsonPath exported = json(PackagedGateway.command(data, "export-log", "--to", log.toString()));
    assertThat(exported.getInt("products")).isPositive();
    assertThat(exported.getInt("events")).isPositive();
    assertThat(log).isDirectoryContaining("glob:**events-*.tsv.gz");
    String[] backtest = {"backtest", "--protocol", "last-purchase", "--log", "store"};
    JsonPath own = json(PackagedGateway.command(data, backtest));
    assertThat(own.getInt("users")).isPositive();
    assertThat(PackagedGateway.complaint(data, "backtest", "--protocol", "x", "--log", "store"))
        .startsWith("Usage: backtest");
    backtest[4] = log.toString();
    assertThat(json(PackagedGateway.command(data, backtest)).getInt("users"))
        .isEqualTo(own.getInt("users"));
  }

  private static void checkTheStory(List<String> answers) {
    JsonPath newcomer = json(answers.get(1));
    assertThat(basis(newcomer)).isEqualTo("POPULAR");
    assertThat(newcomer.getBoolean("data.shopper.known")).isFalse();
    assertThat(json(answers.get(2)).getInt("data.track.accepted")).isEqualTo(3);
    JsonPath changed = json(answers.get(3));
    assertThat(basis(changed)).isEqualTo("SESSION");
    assertThat(category(changed)).isEqualTo("Instruments");
    assertThat(viewed(changed)).hasSize(3);
    assertThat(json(answers.get(5)).getString("data.identify.proof")).isEqualTo("AUTHENTICATED");
    assertThat(json(answers.get(6)).getString("data.identify.proof")).isEqualTo("AUTHENTICATED");
    JsonPath laptop = json(answers.get(7));
    assertThat(category(laptop)).isEqualTo("Instruments");
    assertThat(viewed(laptop)).isEqualTo(viewed(changed));
    JsonPath stranger = json(answers.get(8));
    assertThat(viewed(stranger)).isEmpty();
    assertThat(stranger.getBoolean("data.shopper.known")).isFalse();
    assertThat(basis(stranger)).isEqualTo("POPULAR");
    assertThat(json(answers.get(9)).getBoolean("success")).isTrue();
    JsonPath thief = json(answers.get(10));
    assertThat(viewed(thief)).isEmpty();
    assertThat(basis(thief)).isEqualTo("POPULAR");
  }

  /** The commands of the walk-through, the settings first. */
  private static List<String> commands() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("## One shopper becoming known");
    Matcher blocks = BLOCK.matcher(readme.substring(from, readme.indexOf("\n## ", from + 3)));
    List<String> commands = new ArrayList<>();
    while (blocks.find()) {
      commands.add(blocks.group(1).strip());
    }
    return commands;
  }

  /** Runs commands one after the other in one shell, and returns what each printed. */
  private List<String> run(List<String> commands, int port) throws Exception {
    String script =
        String.join("\necho; echo " + MARK + "\n", commands)
            .replace("localhost:8080", "localhost:" + port);
    Process shell =
        new ProcessBuilder("bash", "-eu", "-c", script).redirectErrorStream(true).start();
    String printed = new String(shell.getInputStream().readAllBytes());
    assertThat(shell.waitFor()).as(printed).isZero();
    return List.of(printed.split("\n?" + MARK + "\n?", -1));
  }

  private static JsonPath json(String answer) {
    return JsonPath.from(answer);
  }

  private static String basis(JsonPath page) {
    return page.getString("data.home.categoryOrder.decision.basis");
  }

  private static String category(JsonPath page) {
    return page.getString("data.home.categoryOrder.categories[0].title");
  }

  private static List<String> viewed(JsonPath page) {
    return page.getList("data.shopper.recentlyViewed.title");
  }
}
