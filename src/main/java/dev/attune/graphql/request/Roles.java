package dev.attune.graphql.request;

import dev.attune.identity.Role;
import dev.attune.identity.request.CurrentAsker;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import jakarta.enterprise.context.RequestScoped;

/** Who may do what beyond the storefront: nobody, unless a role says so. */
@RequestScoped
public class Roles {
  private final CurrentAsker asker;

  Roles(CurrentAsker asker) {
    this.asker = asker;
  }

  /** Merchandisers, analysts and admins see how decisions are made. */
  public boolean isOperator() {
    return asker.get().roles().contains(Role.MERCHANDISER)
        || asker.get().roles().contains(Role.ANALYST)
        || asker.get().roles().contains(Role.ADMIN);
  }

  /**
   * @throws AttuneException FORBIDDEN, the same for whoever lacks any role
   */
  public void requireOperator() {
    if (!isOperator()) {
      throw refused();
    }
  }

  /**
   * @throws AttuneException FORBIDDEN, the same for whoever lacks any role
   */
  public void requireMerchandiser() {
    if (!asker.get().roles().contains(Role.MERCHANDISER)
        && !asker.get().roles().contains(Role.ADMIN)) {
      throw refused();
    }
  }

  public boolean isAdmin() {
    return asker.get().roles().contains(Role.ADMIN);
  }

  /**
   * @throws AttuneException FORBIDDEN, the same for whoever lacks any role
   */
  public void requireAdmin() {
    if (!isAdmin()) {
      throw refused();
    }
  }

  private static AttuneException refused() {
    return new AttuneException(
        ErrorCode.FORBIDDEN, null, "This needs a role that the token does not have");
  }
}
