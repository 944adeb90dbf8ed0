package dev.attune.http.auth;

import dev.attune.events.Identifier;
import dev.attune.identity.Role;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The token that is asked for, as it was sent.
 *
 * @param sub the customer's id
 * @param groups names of roles, none for a shopper
 * @param expiresIn seconds, an hour when missing
 */
public record TokenRequest(
    @Nullable String sub, @Nullable List<@Nullable String> groups, @Nullable Long expiresIn) {
  private static final Duration USUAL = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(30);

  /**
   * @throws AttuneException MISSING_FIELD or INVALID_IDENTIFIER
   */
  String subject() {
    if (sub == null || sub.isBlank()) {
      throw new AttuneException(ErrorCode.MISSING_FIELD, "sub", "sub is required");
    }
    boolean storable = sub.chars().noneMatch(Character::isISOControl);
    return Identifier.of(Identifier.Type.CUSTOMER, sub)
        .filter(identifier -> storable)
        .orElseThrow(
            () ->
                new AttuneException(
                    ErrorCode.INVALID_IDENTIFIER, "sub", "sub must identify one customer"))
        .value();
  }

  /**
   * @throws AttuneException INVALID_VALUE for a group that is no role
   */
  Set<String> roles() {
    Set<String> roles = new TreeSet<>();
    for (@Nullable String group : groups == null ? List.<@Nullable String>of() : groups) {
      if (group == null || Role.of(group).isEmpty()) {
        throw new AttuneException(
            ErrorCode.INVALID_VALUE,
            "groups",
            "groups may hold merchandiser, analyst, admin and staff");
      }
      roles.add(group);
    }
    return roles;
  }

  /**
   * @throws AttuneException INVALID_VALUE
   */
  Duration lifetime() {
    if (expiresIn == null) {
      return USUAL;
    }
    if (expiresIn < 1 || expiresIn > LONGEST.toSeconds()) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE,
          "expiresIn",
          "expiresIn must be from 1 to " + LONGEST.toSeconds() + " seconds");
    }
    return Duration.ofSeconds(expiresIn);
  }
}
