package dev.attune.command;

import java.io.PrintStream;
import java.util.List;

/**
 * Learns all models once from the log, with the gateway's own stores, examines them, and remembers
 * the training as one that merchants can go back to.
 */
final class Train implements Command {
  @Override
  public String name() {
    return "train";
  }

  @Override
  public String usage() {
    return "";
  }

  @Override
  public void run(List<String> arguments, PrintStream out, PrintStream err) {
    Options.none(arguments);
    WithStores.run(TrainJob.class, "The models were not trained");
  }
}
