package dev.attune.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of a command: {@code --name value} or {@code --name=value} in any order, each at
 * most once.
 */
final class Options {
  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * @param known the names that the command has, without dashes
   * @throws WrongUsage for an unknown name, a name twice, or one without a value
   */
  Options(List<String> arguments, Set<String> known) {
    Iterator<String> words = arguments.iterator();
    while (words.hasNext()) {
      String word = words.next();
      int sign = word.indexOf('=');
      String dashed = sign < 0 ? word : word.substring(0, sign);
      String name = dashed.startsWith("--") ? dashed.substring(2) : "";
      if (!known.contains(name)) {
        throw new WrongUsage("There is no option '" + dashed + "'");
      }
      if (sign < 0 && !words.hasNext()) {
        throw new WrongUsage("--" + name + " needs a value");
      }
      if (values.put(name, sign < 0 ? words.next() : word.substring(sign + 1)) != null) {
        throw new WrongUsage("--" + name + " is given twice");
      }
    }
  }

  /**
   * For a command that has none.
   *
   * @throws WrongUsage for any
   */
  static void none(List<String> arguments) {
    if (!arguments.isEmpty()) {
      throw new WrongUsage("There is no option '" + arguments.get(0) + "'");
    }
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * @throws WrongUsage when it is missing
   */
  String required(String name) {
    return value(name).orElseThrow(() -> new WrongUsage("--" + name + " is missing"));
  }

  /**
   * A file that can be read.
   *
   * @throws WrongUsage when the option is missing or names no such file
   */
  Path file(String name) {
    Path file = Path.of(required(name));
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new WrongUsage("--" + name + ": there is no readable file " + file);
    }
    return file;
  }

  /**
   * A directory.
   *
   * @throws WrongUsage when the option is missing or names no such directory
   */
  Path directory(String name) {
    Path directory = Path.of(required(name));
    if (!Files.isDirectory(directory)) {
      throw new WrongUsage("--" + name + ": there is no directory " + directory);
    }
    return directory;
  }
}
