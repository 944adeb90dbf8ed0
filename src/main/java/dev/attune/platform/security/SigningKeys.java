package dev.attune.platform.security;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway signs with: RSA for tokens, because their signature is checked on every request
 * and RSA checks fastest, and HMAC-SHA-256 for visitor tokens and tombstones. Made at the first
 * start.
 */
@Startup
@ApplicationScoped
public class SigningKeys {
  private static final int RSA_BITS = 2048;
  private static final int HMAC_BYTES = 32;

  private final PgSigningKeyStore store;
  private final Clock clock;
  private @Nullable KeyPair token;
  private @Nullable SecretKey visitor;
  private @Nullable SecretKey tombstone;

  /** What a key signs. */
  enum Purpose {
    TOKEN,
    VISITOR,
    TOMBSTONE
  }

  /**
   * A key as it is stored.
   *
   * @param publicKey null where there is none
   */
  record Material(byte[] privateKey, byte @Nullable [] publicKey) {}

  SigningKeys(PgSigningKeyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @PostConstruct
  void load() {
    try {
      token = pair(stored(Purpose.TOKEN));
      visitor = new SecretKeySpec(stored(Purpose.VISITOR).privateKey(), "HmacSHA256");
      tombstone = new SecretKeySpec(stored(Purpose.TOMBSTONE).privateKey(), "HmacSHA256");
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("The stored signing keys are unreadable", broken);
    }
  }

  PrivateKey tokenKey() {
    return loaded(token).getPrivate();
  }

  /** Verifies what {@link #tokenKey()} signed. */
  PublicKey tokenVerificationKey() {
    return loaded(token).getPublic();
  }

  /** The HMAC key of visitor tokens. */
  public SecretKey visitorKey() {
    return loaded(visitor);
  }

  /** The HMAC key of tombstones. */
  public SecretKey tombstoneKey() {
    return loaded(tombstone);
  }

  private Material stored(Purpose purpose) throws GeneralSecurityException {
    @Nullable Material known = store.find(purpose);
    return known == null ? store.keep(purpose, made(purpose), clock.instant()) : known;
  }

  private static Material made(Purpose purpose) throws GeneralSecurityException {
    if (purpose != Purpose.TOKEN) {
      byte[] bytes = new byte[HMAC_BYTES];
      new SecureRandom().nextBytes(bytes);
      return new Material(bytes, null);
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(RSA_BITS);
    KeyPair made = generator.generateKeyPair();
    return new Material(made.getPrivate().getEncoded(), made.getPublic().getEncoded());
  }

  private static KeyPair pair(Material material) throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance("RSA");
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(material.publicKey())),
        factory.generatePrivate(new PKCS8EncodedKeySpec(material.privateKey())));
  }

  private static <T> T loaded(@Nullable T key) {
    if (key == null) {
      throw new IllegalStateException("The signing keys are loaded at start");
    }
    return key;
  }
}
