package dev.attune.http.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The {@code Authorization} header. */
final class Authorization {
  private Authorization() {}

  /** What stands after {@code Bearer}, or the user name after {@code Basic}; else empty. */
  static Optional<String> credential(String header) {
    String[] parts = header.strip().split("\\s+", 2);
    if (parts.length < 2) {
      return Optional.empty();
    }
    if (parts[0].equalsIgnoreCase("Bearer")) {
      return Optional.of(parts[1].strip());
    }
    return parts[0].equalsIgnoreCase("Basic") ? userName(parts[1].strip()) : Optional.empty();
  }

  private static Optional<String> userName(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return Optional.of(colon < 0 ? pair : pair.substring(0, colon));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
