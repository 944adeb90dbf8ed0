package dev.attune.http.auth;

import dev.attune.http.ErrorBody;
import dev.attune.identity.Role;
import dev.attune.platform.security.KeyKind;
import dev.attune.platform.security.Keys;
import dev.attune.platform.security.OwnTokens;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Recognizes a key of the shop, a token of our own, and, where {@code mp.jwt.verify.*} names one, a
 * token of the shop's identity provider. Everything else that is sent as a credential is refused in
 * the same words. A token never gives the role of a key.
 */
@ApplicationScoped
class KeyOrToken implements HttpAuthenticationMechanism {
  private static final int BEFORE_OTHERS = DEFAULT_PRIORITY + 1000;

  /** When a WebSocket of this identity has to end, in epoch seconds; the framework reads it. */
  private static final String EXPIRES = "quarkus.identity.expire-time";

  private final Keys keys;
  private final OwnTokens tokens;
  private final boolean shopHasProvider;
  private final String graphQlPath;

  KeyOrToken(
      Keys keys,
      OwnTokens tokens,
      @ConfigProperty(name = "mp.jwt.verify.publickey") Optional<String> key,
      @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> location,
      @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String graphQlPath) {
    this.keys = keys;
    this.tokens = tokens;
    this.shopHasProvider = key.isPresent() || location.isPresent();
    this.graphQlPath = graphQlPath;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager providers) {
    String header = request.request().getHeader("Authorization");
    if (header == null || header.isBlank()) {
      return Uni.createFrom().nullItem();
    }
    request.put(HttpAuthenticationMechanism.class.getName(), this);
    String credential = Authorization.credential(header).orElse("");
    Optional<KeyKind> kind = keys.check(credential);
    if (kind.isPresent()) {
      return Uni.createFrom().item(keyHolder(kind.get()));
    }
    Optional<JsonWebToken> own = tokens.read(credential);
    if (own.isPresent()) {
      return Uni.createFrom().item(tokenHolder(own.get(), own.get().getGroups()));
    }
    return shopHasProvider ? providersToken(credential, providers) : refused();
  }

  private Uni<SecurityIdentity> providersToken(
      String credential, IdentityProviderManager providers) {
    TokenCredential token = new JsonWebTokenCredential(credential);
    return providers
        .authenticate(new TokenAuthenticationRequest(token))
        .map(identity -> tokenHolder(identity.getPrincipal(), identity.getRoles()))
        .onFailure()
        .transform(refused -> new AuthenticationFailedException());
  }

  private static Uni<SecurityIdentity> refused() {
    return Uni.createFrom().failure(new AuthenticationFailedException());
  }

  private static SecurityIdentity keyHolder(KeyKind kind) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(kind.role()))
        .addRole(kind.role())
        .build();
  }

  private static SecurityIdentity tokenHolder(Principal principal, Set<String> groups) {
    Set<String> roles =
        groups.stream().filter(group -> Role.of(group).isPresent()).collect(Collectors.toSet());
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder().setPrincipal(principal).addRoles(roles);
    if (principal instanceof JsonWebToken token && token.getExpirationTime() > 0) {
      identity.addAttribute(EXPIRES, token.getExpirationTime());
    }
    return identity.build();
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext request) {
    request.response().putHeader("WWW-Authenticate", "Bearer");
    if (request.normalizedPath().startsWith(graphQlPath)) {
      ErrorBody.UNAUTHENTICATED.endGraphQl(request, 401);
    } else {
      ErrorBody.UNAUTHENTICATED.end(request, 401);
    }
    return Uni.createFrom().item(true);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(TokenAuthenticationRequest.class);
  }

  @Override
  public int getPriority() {
    return BEFORE_OTHERS;
  }
}
