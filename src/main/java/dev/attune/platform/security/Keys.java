package dev.attune.platform.security;

import dev.attune.platform.audit.Audit;
import dev.attune.platform.audit.AuditEntry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shop's write key and secret key, as hashes in memory. */
@Startup
@ApplicationScoped
public class Keys {
  private static final int KEY_BYTES = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KeySettings settings;
  private final PgKeyStore store;
  private final Audit audit;
  private final Clock clock;
  private final Map<KeyKind, byte[]> hashes = new EnumMap<>(KeyKind.class);

  Keys(KeySettings settings, PgKeyStore store, Audit audit, Clock clock) {
    this.settings = settings;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  @PostConstruct
  void load() {
    for (KeyKind kind : KeyKind.values()) {
      Optional<String> configured = settings.key(kind);
      hashes.put(kind, configured.isPresent() ? hash(configured.get()) : stored(kind));
    }
    if (Arrays.equals(hashes.get(KeyKind.WRITE), hashes.get(KeyKind.SECRET))) {
      throw new IllegalStateException(
          "ATTUNE_WRITE_KEY and ATTUNE_SECRET_KEY must differ: the write key is public");
    }
  }

  /** What this text is the key of; takes the same time whatever the text is. */
  public Optional<KeyKind> check(String text) {
    byte[] hash = hash(text);
    @Nullable KeyKind found = null;
    for (Map.Entry<KeyKind, byte[]> known : hashes.entrySet()) {
      if (MessageDigest.isEqual(known.getValue(), hash)) {
        found = known.getKey();
      }
    }
    return Optional.ofNullable(found);
  }

  private byte[] stored(KeyKind kind) {
    Optional<byte[]> known = store.find(kind);
    if (known.isPresent()) {
      return known.get();
    }
    String key = random(kind);
    byte[] hash = hash(key);
    byte[] kept = store.keep(kind, hash, clock.instant());
    if (Arrays.equals(kept, hash)) {
      announce(kind, key);
    }
    return kept;
  }

  private void announce(KeyKind kind, String key) {
    String purpose =
        kind == KeyKind.WRITE
            ? "for storefronts, public: sends events"
            : "for your servers, keep it secret: imports, tokens, customers' data";
    Log.infof(
        "Made the %s key (%s). It is shown only now: %s - set %s to choose your own.",
        kind.name().toLowerCase(Locale.ROOT), purpose, key, kind.variable());
    AuditEntry made =
        new AuditEntry("attune", "key.created", kind.name(), clock.instant(), null, null);
    audit.record(made).await().atMost(PATIENCE);
  }

  private static String random(KeyKind kind) {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return kind.prefix() + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
