package dev.attune.http.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.attune.events.Identifier;
import dev.attune.platform.audit.Audit;
import dev.attune.platform.audit.AuditEntry;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.platform.security.KeyKind;
import dev.attune.platform.security.OwnTokens;
import dev.attune.privacy.Tombstones;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Set;

/** Issues tokens for shops without an identity provider; every one is in the audit log. */
@Path("/v1/tokens")
public class Tokens {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final OwnTokens tokens;
  private final Audit audit;
  private final Tombstones tombstones;
  private final Clock clock;

  /**
   * A token.
   *
   * @param expiresAt ISO 8601
   */
  public record Issued(String token, String expiresAt) {}

  Tokens(OwnTokens tokens, Audit audit, Tombstones tombstones, Clock clock) {
    this.tokens = tokens;
    this.tombstones = tombstones;
    this.audit = audit;
    this.clock = clock;
  }

  /** {@code {"sub":"customer-7","groups":["merchandiser"],"expiresIn":3600}}. */
  @POST
  @RolesAllowed(KeyKind.SECRET_ROLE)
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<Issued> issue(String body) {
    TokenRequest request = read(body);
    String subject = request.subject();
    Set<String> roles = request.roles();
    Duration lifetime = request.lifetime();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Issued issued =
        new Issued(tokens.issue(subject, roles, now, lifetime), now.plus(lifetime).toString());
    JsonObject after =
        new JsonObject()
            .put("groups", new JsonArray(roles.stream().toList()))
            .put("expiresAt", issued.expiresAt());
    AuditEntry entry =
        new AuditEntry(
            "secret key", "token.issued", subject(subject, roles), now, null, after.encode());
    return audit.record(entry).replaceWith(issued);
  }

  /** Who works for the shop is named; of a customer the log, which only grows, keeps a hash. */
  private String subject(String subject, Set<String> roles) {
    return roles.isEmpty()
        ? "customer#"
            + HexFormat.of().formatHex(tombstones.hash(Identifier.customer(subject).key()), 0, 16)
        : subject;
  }

  private static TokenRequest read(String body) {
    try {
      TokenRequest request = MAPPER.readValue(body, TokenRequest.class);
      if (request != null) {
        return request;
      }
    } catch (JsonProcessingException unreadable) {
      throw new AttuneException(invalid(), unreadable);
    }
    throw new AttuneException(invalid(), null);
  }

  private static Rejection invalid() {
    return new Rejection(
        ErrorCode.INVALID_JSON,
        null,
        "The body must be JSON such as {\"sub\":\"customer-7\",\"groups\":[\"merchandiser\"]}");
  }
}
