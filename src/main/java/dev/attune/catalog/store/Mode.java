package dev.attune.catalog.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an import does with products that its feed does not name. */
public enum Mode {
  /** They stay. */
  DELTA,
  /** They are archived. */
  FULL;

  /** The mode's name in requests, {@code delta}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for a name that is no mode. */
  public static Optional<Mode> parse(String id) {
    return Arrays.stream(values()).filter(mode -> mode.id().equals(id)).findFirst();
  }
}
