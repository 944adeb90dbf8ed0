package dev.attune.command;

/** The arguments of a command make no sense; the message names the one at fault. */
final class WrongUsage extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongUsage(String message) {
    super(message);
  }
}
