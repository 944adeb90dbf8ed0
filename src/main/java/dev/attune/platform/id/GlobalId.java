package dev.attune.platform.id;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The id of an object towards clients, {@code gid://attune/Product/42}: opaque to them, unique over
 * all types.
 *
 * @param local the shop's own id, unique within the type, never blank
 */
public record GlobalId(NodeType type, String local) {
  private static final String PREFIX = "gid://attune/";

  public GlobalId {
    if (local.isBlank()) {
      throw new IllegalArgumentException("A " + type + " needs an id");
    }
  }

  /** Reads what {@link #toString()} wrote; empty for anything else. */
  public static Optional<GlobalId> parse(String text) {
    if (!text.startsWith(PREFIX) || unstorable(text)) {
      return Optional.empty();
    }
    int slash = text.indexOf('/', PREFIX.length());
    if (slash < 0 || text.substring(slash + 1).isBlank()) {
      return Optional.empty();
    }
    String name = text.substring(PREFIX.length(), slash);
    for (NodeType type : NodeType.values()) {
      if (type.typeName().equals(name)) {
        return Optional.of(new GlobalId(type, text.substring(slash + 1)));
      }
    }
    return Optional.empty();
  }

  /**
   * The shop's own id that a client meant: the local part of a global id of this type, or the text
   * itself where it is no global id; empty for the global id of another type.
   */
  public static Optional<String> local(NodeType type, String text) {
    if (!text.startsWith(PREFIX)) {
      return text.isBlank() || unstorable(text) ? Optional.empty() : Optional.of(text);
    }
    return parse(text).filter(id -> id.type == type).map(GlobalId::local);
  }

  /** Whether no store takes it: PostgreSQL refuses a statement with a NUL, so no id has one. */
  private static boolean unstorable(String text) {
    return text.indexOf('\u0000') >= 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GlobalId id && type == id.type && local.equals(id.local);
  }

  /** The same in every process, which a type's own is not. */
  @Override
  public int hashCode() {
    return 31 * local.hashCode() + type.ordinal();
  }

  @Override
  public String toString() {
    return PREFIX + type.typeName() + "/" + local;
  }
}
