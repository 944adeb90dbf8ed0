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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shop's keys, as hashes in memory: the first two, and those that were made since. */
@Startup
@ApplicationScoped
public class Keys {
  private static final int KEY_BYTES = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KeySettings settings;
  private final PgKeyStore store;
  private final Audit audit;
  private final Clock clock;
  private final Map<KeyKind, byte[]> chosen = new EnumMap<>(KeyKind.class);
  private volatile List<Stored> stored = List.of();

  /**
   * A key that the store has.
   *
   * @param first of its kind, which a chosen one replaces
   */
  record Stored(boolean first, KeyKind kind, byte[] hash) {}

  Keys(KeySettings settings, PgKeyStore store, Audit audit, Clock clock) {
    this.settings = settings;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  @PostConstruct
  void load() {
    for (KeyKind kind : KeyKind.values()) {
      settings.key(kind).ifPresent(text -> chosen.put(kind, hash(text)));
    }
    if (chosen.size() > 1 && Arrays.equals(chosen.get(KeyKind.WRITE), chosen.get(KeyKind.SECRET))) {
      throw new IllegalStateException(
          "ATTUNE_WRITE_KEY and ATTUNE_SECRET_KEY must differ: the write key is public");
    }
    for (KeyKind kind : KeyKind.values()) {
      if (!chosen.containsKey(kind)) {
        makeFirst(kind);
      }
    }
    take(store.good());
  }

  /** From now on these are the stored keys that are good. */
  void take(List<Stored> good) {
    stored = good.stream().filter(key -> !(key.first() && chosen.containsKey(key.kind()))).toList();
  }

  /** The keys that the environment names, as they are listed. */
  List<ShopKey> configured() {
    return chosen.keySet().stream()
        .map(
            kind ->
                new ShopKey(
                    "environment-" + kind.name().toLowerCase(Locale.ROOT),
                    kind,
                    kind.variable(),
                    "",
                    null,
                    "the environment",
                    null,
                    false))
        .toList();
  }

  /** Whether the environment names another key in place of this one. */
  boolean replaced(ShopKey key) {
    return key.id().startsWith("first-") && chosen.containsKey(key.kind());
  }

  /** What this text is the key of; takes the same time whatever the text is. */
  public Optional<KeyKind> check(String text) {
    byte[] hash = hash(text);
    @Nullable KeyKind found = null;
    for (Map.Entry<KeyKind, byte[]> known : chosen.entrySet()) {
      if (MessageDigest.isEqual(known.getValue(), hash)) {
        found = known.getKey();
      }
    }
    for (Stored known : stored) {
      if (MessageDigest.isEqual(known.hash(), hash)) {
        found = known.kind();
      }
    }
    return Optional.ofNullable(found);
  }

  private void makeFirst(KeyKind kind) {
    if (store.find(kind).isPresent()) {
      return;
    }
    String key = random(kind);
    byte[] hash = hash(key);
    byte[] kept = store.keep(kind, hash, clock.instant());
    if (Arrays.equals(kept, hash)) {
      announce(kind, key);
    }
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

  static String random(KeyKind kind) {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return kind.prefix() + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
