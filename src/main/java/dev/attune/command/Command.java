package dev.attune.command;

import java.io.PrintStream;
import java.util.List;

/** One job of the command line. It needs no running gateway and starts none. */
interface Command {
  /** As it is typed: {@code evaluate-search}. */
  String name();

  /** Its options on one line: {@code --catalog FILE --judgments FILE}. */
  String usage();

  /**
   * Does the job: its result is one JSON document on {@code out}, its progress goes to {@code err}.
   *
   * @param arguments what stands behind the name
   * @throws WrongUsage before anything is done, when the arguments make no sense
   * @throws dev.attune.platform.error.AttuneException when the job fails
   */
  void run(List<String> arguments, PrintStream out, PrintStream err);
}
