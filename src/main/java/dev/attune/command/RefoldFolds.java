package dev.attune.command;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.quarkus.runtime.Quarkus;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/**
 * Makes all folds again from the log, with the gateway's own stores and beside a gateway that runs.
 * Each transaction is told of on standard error with the last owner that is done, from which
 * another run can go on.
 */
final class RefoldFolds implements Command {
  /** No page is served, and no demo shop loaded, for the sake of this. */
  private static final List<String> OFF =
      List.of("quarkus.http.host-enabled=false", "attune.demo.enabled=false");

  @Override
  public String name() {
    return "refold";
  }

  @Override
  public String usage() {
    return "[--after OWNER]";
  }

  @Override
  public void run(List<String> arguments, PrintStream out, PrintStream err) {
    String after = new Options(arguments, Set.of("after")).value("after").orElse("");
    OFF.forEach(setting -> set(setting.split("=")));
    int[] code = {CommandLine.FAILED};
    Quarkus.run(RefoldJob.class, (exit, failure) -> code[0] = exit, after);
    if (code[0] != CommandLine.DONE) {
      throw new AttuneException(ErrorCode.UNAVAILABLE, null, "The folds were not all made again");
    }
  }

  private static void set(String... setting) {
    System.setProperty(setting[0], setting[1]);
  }
}
