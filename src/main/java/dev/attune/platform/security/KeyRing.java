package dev.attune.platform.security;

import dev.attune.platform.audit.Audit;
import dev.attune.platform.audit.AuditEntry;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The keys of the shop: lists, makes and revokes them, on every replica at once. */
@ApplicationScoped
public class KeyRing {
  private static final int LONGEST_NAME = 100;

  private final Keys keys;
  private final PgShopKeys store;
  private final Audit audit;
  private final Clock clock;

  /** A new key; its text is told only now. */
  public record Made(String text, ShopKey key) {}

  KeyRing(Keys keys, PgShopKeys store, Audit audit, Clock clock) {
    this.keys = keys;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** All keys, also those that were revoked, the oldest first. */
  public Uni<List<ShopKey>> list() {
    return store.all().map(this::all);
  }

  private List<ShopKey> all(List<ShopKey> stored) {
    List<ShopKey> all = new ArrayList<>(keys.configured());
    stored.stream().filter(key -> !keys.replaced(key)).forEach(all::add);
    return all;
  }

  /**
   * Makes one more key.
   *
   * @param name what it is for
   * @throws AttuneException INVALID_VALUE
   */
  public Uni<Made> make(KeyKind kind, String name, String who) {
    if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE, "name", "name says what the key is for in 1 to 100 characters");
    }
    String text = Keys.random(kind);
    String hint = text.substring(0, 6) + "…" + text.substring(text.length() - 4);
    ShopKey key =
        new ShopKey(UUID.randomUUID().toString(), kind, name.strip(), hint, now(), who, null, true);
    return store
        .insert(key, Keys.hash(text))
        .call(
            () ->
                audit.record(new AuditEntry(who, "key.created", key.id(), now(), null, json(key))))
        .replaceWith(new Made(text, key));
  }

  /**
   * Revokes a key, for good. Again changes nothing.
   *
   * @throws AttuneException UNKNOWN_ID, or INVALID_VALUE for a key that the environment names and
   *     for the last of its kind
   */
  public Uni<ShopKey> revoke(String id, String who) {
    return store
        .revoke(stored -> revocable(all(stored), id), now(), who)
        .chain(
            key ->
                key.good()
                    ? audit
                        .record(new AuditEntry(who, "key.revoked", id, now(), json(key), null))
                        .chain(this::list)
                        .map(all -> find(all, id))
                    : Uni.createFrom().item(key));
  }

  private static ShopKey revocable(List<ShopKey> all, String id) {
    ShopKey key = find(all, id);
    if (!key.revocable()) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE,
          "id",
          key.kind().variable() + " names this key; choose another one there");
    }
    boolean last =
        all.stream()
            .noneMatch(one -> one.good() && one.kind() == key.kind() && !one.id().equals(id));
    if (key.good() && last) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE, "id", "This is the last " + key.kind() + " key; make one first");
    }
    return key;
  }

  private static ShopKey find(List<ShopKey> all, String id) {
    return all.stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new AttuneException(ErrorCode.UNKNOWN_ID, "id", "There is no key '" + id + "'"));
  }

  /** What the audit keeps of a key; never what it is. */
  private static String json(ShopKey key) {
    return new JsonObject().put("kind", key.kind().name()).put("name", key.name()).encode();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
