package dev.attune.command;

import dev.attune.platform.error.AttuneException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Finds the command that was typed and runs it. */
final class CommandLine {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private final List<Command> commands;

  CommandLine(List<Command> commands) {
    this.commands = List.copyOf(commands);
  }

  /**
   * @param words as typed, the command's name first
   * @return the exit code
   */
  int run(List<String> words, PrintStream out, PrintStream err) {
    Optional<Command> named =
        commands.stream().filter(command -> command.name().equals(words.get(0))).findFirst();
    if (named.isEmpty()) {
      err.println("There is no command '" + words.get(0) + "'");
      usage(err);
      return WRONG_USAGE;
    }
    Command command = named.get();
    try {
      command.run(words.subList(1, words.size()), out, err);
      return DONE;
    } catch (WrongUsage wrong) {
      err.println(wrong.getMessage());
      err.println("Usage: " + command.name() + " " + command.usage());
      return WRONG_USAGE;
    } catch (AttuneException failed) {
      err.println(failed.rejection().code() + ": " + failed.getMessage());
      return FAILED;
    } finally {
      out.flush();
    }
  }

  private void usage(PrintStream err) {
    err.println("Without a command the gateway is started. Commands:");
    commands.forEach(command -> err.println("  " + command.name() + " " + command.usage()));
  }
}
