package dev.attune.graphql.keys;

import dev.attune.platform.security.KeyKind;
import dev.attune.platform.security.KeyRing;
import dev.attune.platform.security.ShopKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A key of the shop; never the key itself, of which only a hash is kept. */
@Name("ShopKey")
@Description("A key of the shop; never the key itself, of which only a hash is kept.")
public record ShopKeyView(
    @NonNull @Id String id,
    @NonNull KeyKind kind,
    @NonNull @Description("What it is for.") String name,
    @Nullable @Description("How it begins and ends.") String hint,
    @Nullable @Description("Null where the environment names it.") OffsetDateTime createdAt,
    @NonNull String createdBy,
    @Nullable @Description("Null while it is good.") OffsetDateTime revokedAt,
    @NonNull @Description("False where the environment names it.") Boolean revocable) {

  static ShopKeyView of(ShopKey key) {
    return new ShopKeyView(
        key.id(),
        key.kind(),
        key.name(),
        key.hint().isEmpty() ? null : key.hint(),
        time(key.createdAt()),
        key.createdBy(),
        time(key.revokedAt()),
        key.revocable());
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** A key that was just made. */
  @Name("NewShopKey")
  public record Made(
      @NonNull @Description("The key itself, shown only now.") String key,
      @NonNull ShopKeyView shopKey) {
    static Made of(KeyRing.Made made) {
      return new Made(made.text(), ShopKeyView.of(made.key()));
    }
  }
}
