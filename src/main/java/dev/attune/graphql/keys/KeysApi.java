package dev.attune.graphql.keys;

import dev.attune.events.Identifier;
import dev.attune.graphql.request.Roles;
import dev.attune.identity.request.CurrentAsker;
import dev.attune.platform.security.KeyKind;
import dev.attune.platform.security.KeyRing;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** The keys that storefronts and servers send: which there are, one more, and one less. */
@GraphQLApi
public class KeysApi {
  private final Roles roles;
  private final CurrentAsker asker;
  private final KeyRing keys;

  KeysApi(Roles roles, CurrentAsker asker, KeyRing keys) {
    this.roles = roles;
    this.asker = asker;
    this.keys = keys;
  }

  @Query
  @NonNull
  @Description("All keys of the shop, also those that were revoked. For admins.")
  public Uni<List<@NonNull ShopKeyView>> keys() {
    roles.requireAdmin();
    return keys.list().map(all -> all.stream().map(ShopKeyView::of).toList());
  }

  @Mutation
  @NonNull
  @Description("Makes one more key: WRITE for a storefront, SECRET for a server. For admins.")
  public Uni<ShopKeyView.Made> createKey(@NonNull KeyKind kind, @NonNull String name) {
    roles.requireAdmin();
    return keys.make(kind, name, who()).map(ShopKeyView.Made::of);
  }

  @Mutation
  @NonNull
  @Description(
      "Revokes a key for good, on every replica within a second; the last of its kind is refused."
          + " For admins.")
  public Uni<ShopKeyView> revokeKey(@NonNull @Id String id) {
    roles.requireAdmin();
    return keys.revoke(id, who()).map(ShopKeyView::of);
  }

  private String who() {
    @Nullable Identifier operator = asker.get().customer();
    return operator == null ? "unknown" : operator.value();
  }
}
