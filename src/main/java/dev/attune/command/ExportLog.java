package dev.attune.command;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.quarkus.runtime.Quarkus;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Writes the log for a training elsewhere, with the gateway's own stores. */
final class ExportLog implements Command {
  /** No page is served, no demo shop loaded and nothing learned for the sake of this. */
  private static final List<String> OFF =
      List.of(
          "quarkus.http.host-enabled=false",
          "quarkus.scheduler.enabled=false",
          "attune.demo.enabled=false",
          "attune.models.load.enabled=false");

  @Override
  public String name() {
    return "export-log";
  }

  @Override
  public String usage() {
    return "--to DIRECTORY";
  }

  @Override
  public void run(List<String> arguments, PrintStream out, PrintStream err) {
    String directory = new Options(arguments, Set.of("to")).required("to");
    for (String setting : OFF) {
      String[] parts = setting.split("=");
      System.setProperty(parts[0], parts[1]);
    }
    int[] code = {CommandLine.FAILED};
    Quarkus.run(ExportJob.class, (exit, failure) -> code[0] = exit, directory);
    if (code[0] != CommandLine.DONE) {
      throw new AttuneException(ErrorCode.UNAVAILABLE, null, "The log was not written");
    }
  }
}
