package dev.attune.command;

import dev.attune.platform.error.AttuneException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the command that was typed and runs it. */
final class CommandLine {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  /** Ask for a command's usage wherever they stand, and do nothing else. */
  private static final Set<String> HELP = Set.of("--help", "-h");

  private final List<Command> commands;

  CommandLine(List<Command> commands) {
    this.commands = List.copyOf(commands);
  }

  /**
   * @param words as typed, the command's name first
   * @return the exit code
   */
  int run(List<String> words, PrintStream out, PrintStream err) {
    if (HELP.contains(words.get(0))) {
      usage(out);
      out.flush();
      return DONE;
    }
    Optional<Command> named =
        commands.stream().filter(command -> command.name().equals(words.get(0))).findFirst();
    if (named.isEmpty()) {
      err.println("There is no command '" + words.get(0) + "'");
      usage(err);
      return WRONG_USAGE;
    }
    Command command = named.get();
    if (words.stream().anyMatch(HELP::contains)) {
      out.println(usage(command));
      out.flush();
      return DONE;
    }
    try {
      command.run(words.subList(1, words.size()), out, err);
      return DONE;
    } catch (WrongUsage wrong) {
      err.println(wrong.getMessage());
      err.println(usage(command));
      return WRONG_USAGE;
    } catch (AttuneException failed) {
      err.println(failed.rejection().code() + ": " + failed.getMessage());
      return FAILED;
    } finally {
      out.flush();
    }
  }

  private static String usage(Command command) {
    return "Usage: " + command.name() + " " + command.usage();
  }

  private void usage(PrintStream to) {
    to.println("Without a command the gateway is started. Commands:");
    commands.forEach(command -> to.println("  " + command.name() + " " + command.usage()));
  }
}
