package dev.attune.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Clock;
import java.util.List;

/** Where the process begins: a command is run, or else the gateway. */
@QuarkusMain
public final class Attune {
  private Attune() {}

  public static void main(String... words) {
    if (words.length == 0) {
      Quarkus.run();
      return;
    }
    CommandLine commands =
        new CommandLine(
            List.of(
                new EvaluateSearch(Clock.systemUTC()),
                new Backtest(),
                new Train(),
                new RefoldFolds(),
                new ExportLog()));
    System.exit(commands.run(List.of(words), System.out, System.err));
  }
}
