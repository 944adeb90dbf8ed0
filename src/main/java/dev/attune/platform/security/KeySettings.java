package dev.attune.platform.security;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The shop's keys, where the shop chooses them; without, they are made at the first start. */
@ConfigMapping(prefix = "attune")
public interface KeySettings {
  /** The public key that storefronts send events with, {@code ATTUNE_WRITE_KEY}. */
  Optional<String> writeKey();

  /** The key of the shop's own servers, {@code ATTUNE_SECRET_KEY}. */
  Optional<String> secretKey();

  /** The configured key of this kind; blank counts as none. */
  default Optional<String> key(KeyKind kind) {
    Optional<String> key = kind == KeyKind.WRITE ? writeKey() : secretKey();
    return key.map(String::strip).filter(text -> !text.isEmpty());
  }
}
