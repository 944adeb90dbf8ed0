package dev.attune.identity;

import java.util.Locale;
import java.util.Optional;

/** What a signed-in person of the shop may do; without one, nothing beyond the storefront. */
public enum Role {
  MERCHANDISER,
  ANALYST,
  ADMIN,
  /** Works for the shop: served, not learned from. */
  STAFF;

  /** The name in a JWT's {@code groups}. */
  public String group() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String group) {
    for (Role role : values()) {
      if (role.group().equals(group)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
