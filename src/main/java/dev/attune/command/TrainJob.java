package dev.attune.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.models.ModelRegistry;
import io.quarkus.runtime.QuarkusApplication;

/** What {@code train} does once the stores and the catalog are there. */
class TrainJob implements QuarkusApplication {
  private final ModelRegistry models;
  private final ObjectMapper json;

  TrainJob(ModelRegistry models, ObjectMapper json) {
    this.models = models;
    this.json = json;
  }

  @Override
  public int run(String... arguments) throws JsonProcessingException {
    System.out.println(json.writeValueAsString(models.train()));
    return CommandLine.DONE;
  }
}
