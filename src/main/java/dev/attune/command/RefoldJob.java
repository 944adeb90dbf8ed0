package dev.attune.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.ingest.Refold;
import io.quarkus.runtime.QuarkusApplication;

/** What {@code refold} does once the stores are there. */
class RefoldJob implements QuarkusApplication {
  private final Refold refold;
  private final ObjectMapper json;

  RefoldJob(Refold refold, ObjectMapper json) {
    this.refold = refold;
    this.json = json;
  }

  @Override
  public int run(String... arguments) throws JsonProcessingException {
    Refold.Report report =
        refold
            .run(
                arguments[0],
                progress ->
                    System.err.printf(
                        "%d folds of %d events, %d of them changed; up to %s%n",
                        progress.report().owners(),
                        progress.report().events(),
                        progress.report().changed(),
                        progress.last()))
            .await()
            .indefinitely();
    System.out.println(json.writeValueAsString(report));
    return CommandLine.DONE;
  }
}
