package dev.attune.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/**
 * Makes all folds again from the log, with the gateway's own stores and beside a gateway that runs.
 * Each transaction is told of on standard error with the last owner that is done, from which
 * another run can go on.
 */
final class RefoldFolds implements Command {
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
    WithStores.run(RefoldJob.class, "The folds were not all made again", after);
  }
}
