package dev.attune.merchandising.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says of a field that does not exist what there is instead. */
final class Unknown {
  private static final Pattern FIELD = Pattern.compile("(product|shopper)\\.(\\w+)");

  private static final List<String> FIELDS =
      Stream.concat(
              Arrays.stream(ProductField.values()).map(ProductField::field),
              Arrays.stream(ShopperField.values()).map(ShopperField::field))
          .toList();

  private Unknown() {}

  /** Of an expression whose error is at a line and column, from 1; empty for any other error. */
  static Optional<String> named(String text, int line, int column) {
    List<String> lines = text.lines().toList();
    if (line < 1 || line > lines.size() || column < 1 || column > lines.get(line - 1).length()) {
      return Optional.empty();
    }
    Matcher here =
        FIELD.matcher(lines.get(line - 1)).region(column - 1, lines.get(line - 1).length());
    if (!here.lookingAt() || FIELDS.contains(here.group())) {
      return Optional.empty();
    }
    String kind = here.group(1) + ".";
    List<String> known = FIELDS.stream().filter(field -> field.startsWith(kind)).sorted().toList();
    return Optional.of("There is no " + here.group() + "; there is " + String.join(", ", known));
  }
}
