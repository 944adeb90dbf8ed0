package dev.attune.platform.security;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The shop's keys, where the shop chooses them; without, they are made at the first start. */
@Singleton
class KeySettings {
  private final Optional<String> writeKey;
  private final Optional<String> secretKey;

  /**
   * @param writeKey the public key that storefronts send events with, {@code ATTUNE_WRITE_KEY}
   * @param secretKey the key of the shop's own servers, {@code ATTUNE_SECRET_KEY}
   */
  KeySettings(
      @ConfigProperty(name = "attune.write-key") Optional<String> writeKey,
      @ConfigProperty(name = "attune.secret-key") Optional<String> secretKey) {
    this.writeKey = writeKey;
    this.secretKey = secretKey;
  }

  /** The configured key of this kind; blank counts as none. */
  Optional<String> key(KeyKind kind) {
    Optional<String> key = kind == KeyKind.WRITE ? writeKey : secretKey;
    return key.map(String::strip).filter(text -> !text.isEmpty());
  }
}
