package dev.attune.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.models.lines.LogExport;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.nio.file.Path;

/** What {@code export-log} does once the stores are there. */
class ExportJob implements QuarkusApplication {
  private final LogExport export;
  private final ObjectMapper json;

  ExportJob(LogExport export, ObjectMapper json) {
    this.export = export;
    this.json = json;
  }

  @Override
  public int run(String... arguments) throws IOException {
    System.out.println(json.writeValueAsString(export.to(Path.of(arguments[0]))));
    return CommandLine.DONE;
  }
}
