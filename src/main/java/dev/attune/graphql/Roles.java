package dev.attune.graphql;

import dev.attune.identity.Asker;
import dev.attune.identity.Role;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import jakarta.enterprise.context.RequestScoped;

/** Who may do what beyond the storefront: nobody, unless a role says so. */
@RequestScoped
public class Roles {
  private final Asker asker;

  Roles(Asker asker) {
    this.asker = asker;
  }

  /** Merchandisers, analysts and admins see how decisions are made. */
  boolean isOperator() {
    return asker.roles().contains(Role.MERCHANDISER)
        || asker.roles().contains(Role.ANALYST)
        || asker.roles().contains(Role.ADMIN);
  }

  /**
   * @throws AttuneException FORBIDDEN, the same for whoever lacks any role
   */
  void requireOperator() {
    if (!isOperator()) {
      throw refused();
    }
  }

  /**
   * @throws AttuneException FORBIDDEN, the same for whoever lacks any role
   */
  void requireMerchandiser() {
    if (!asker.roles().contains(Role.MERCHANDISER) && !asker.roles().contains(Role.ADMIN)) {
      throw refused();
    }
  }

  private static AttuneException refused() {
    return new AttuneException(
        ErrorCode.FORBIDDEN, null, "This needs a role that the token does not have");
  }
}
