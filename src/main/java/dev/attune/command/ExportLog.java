package dev.attune.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Writes the log for a training elsewhere, with the gateway's own stores. */
final class ExportLog implements Command {
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
    WithStores.run(ExportJob.class, "The log was not written", directory);
  }
}
