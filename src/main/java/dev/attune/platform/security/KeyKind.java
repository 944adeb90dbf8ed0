package dev.attune.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of keys of a shop. */
public enum KeyKind {
  /** Public: sits in the storefront's pages, sends events, and proves nothing about anybody. */
  WRITE("wk_"),
  /** Known to the shop's servers only: imports, issues tokens, speaks for customers. */
  SECRET("sk_");

  /** The role of who sent the write key, as a constant for annotations. */
  public static final String WRITE_ROLE = "attune-write";

  /** The role of who sent the secret key, as a constant for annotations. */
  public static final String SECRET_ROLE = "attune-secret";

  private final String prefix;

  KeyKind(String prefix) {
    this.prefix = prefix;
  }

  /** The kind of this name; empty for one that only later versions know: it opens nothing here. */
  static Optional<KeyKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  public String role() {
    return this == WRITE ? WRITE_ROLE : SECRET_ROLE;
  }

  /** What a made key of this kind begins with, so that a leaked one is recognized. */
  String prefix() {
    return prefix;
  }

  /** The setting that names it, also as a variable of the environment. */
  String variable() {
    return "ATTUNE_" + name().toUpperCase(Locale.ROOT) + "_KEY";
  }
}
