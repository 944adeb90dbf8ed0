package dev.attune.graphql.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;

/** A merchant who runs experiments over HTTP, and stops them all at the end. */
public final class Lab {
  private GraphQl merchant = GraphQl.nobody();
  private boolean known;
  private final List<String> started = new ArrayList<>();

  public GraphQl merchant() {
    if (!known) {
      merchant = GraphQl.nobody().signedIn("lab-merchant", "merchandiser");
      known = true;
    }
    return merchant;
  }

  /** Saves a draft with these further fields and starts it. */
  public void start(String id, String fields) {
    JsonPath saved = save(id, 0, fields);
    assertThat(saved.getList("errors")).as(saved.prettify()).isNull();
    JsonPath begun =
        merchant().ask(mutation("startExperiment", id, 1) + " { experiment { state } } }");
    assertThat(begun.getString("data.startExperiment.experiment.state"))
        .as(begun.prettify())
        .isEqualTo("RUNNING");
    started.add(id);
  }

  public JsonPath save(String id, int version, String fields) {
    return merchant()
        .ask(
            "mutation { saveExperiment(expectedVersion: "
                + version
                + ", experiment: {id: \""
                + id
                + "\", title: \"A test\", plannedShoppers: 800, "
                + fields
                + "}) { experiment { version state } warnings plan { shoppersADay minimumDetectableLift } } }");
  }

  public static String mutation(String name, String id, int version) {
    return "mutation { " + name + "(id: \"" + id + "\", expectedVersion: " + version + ")";
  }

  public int version(String id) {
    return merchant()
        .ask("{ experiment(id: \"" + id + "\") { version } }")
        .getInt("data.experiment.version");
  }

  /** Stops what was started and is still running. */
  public void close() {
    started.forEach(
        id -> merchant().ask(mutation("stopExperiment", id, version(id)) + " { state } }"));
  }
}
