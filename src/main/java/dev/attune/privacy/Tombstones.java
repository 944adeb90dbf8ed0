package dev.attune.privacy;

import dev.attune.platform.security.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;

/** The marks that erased people leave: they are recognized, and nobody can read who it was. */
@ApplicationScoped
public class Tombstones {
  private final SigningKeys keys;

  Tombstones(SigningKeys keys) {
    this.keys = keys;
  }

  /** HMAC-SHA-256 of an identifier's key, 32 bytes. */
  public byte[] hash(String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(keys.tombstoneKey());
      return mac.doFinal(key.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
    }
  }
}
