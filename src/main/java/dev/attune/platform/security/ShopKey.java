package dev.attune.platform.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of the shop as it is listed: never the key itself.
 *
 * @param hint how it begins and ends, empty where that is not known
 * @param createdAt null where the environment names the key
 * @param createdBy who made it
 * @param revokedAt null while it is good
 * @param revocable false where the environment names it, and would name it again
 */
public record ShopKey(
    String id,
    KeyKind kind,
    String name,
    String hint,
    @Nullable Instant createdAt,
    String createdBy,
    @Nullable Instant revokedAt,
    boolean revocable) {

  boolean good() {
    return revokedAt == null;
  }
}
