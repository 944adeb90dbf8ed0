package dev.attune.platform.security;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** JSON web tokens of the gateway itself, for shops without an identity provider. */
@ApplicationScoped
public class OwnTokens {
  /** The {@code iss} of these tokens. */
  public static final String ISSUER = "attune";

  private final SigningKeys keys;
  private final JWTParser parser;

  OwnTokens(SigningKeys keys, JWTParser parser) {
    this.keys = keys;
    this.parser = parser;
  }

  /**
   * A signed token.
   *
   * @param subject whom it names, a customer's id
   * @param groups names of roles
   */
  public String issue(String subject, Set<String> groups, Instant now, Duration lifetime) {
    return Jwt.issuer(ISSUER)
        .subject(subject)
        .upn(subject)
        .groups(groups)
        .issuedAt(now)
        .expiresAt(now.plus(lifetime))
        .sign(keys.tokenKey());
  }

  /** The token that this text is, empty when it was not signed here, was altered or has expired. */
  public Optional<JsonWebToken> read(String text) {
    JWTAuthContextInfo expected = new JWTAuthContextInfo(keys.tokenVerificationKey(), ISSUER);
    expected.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
    expected.setClockSkew(0);
    try {
      return Optional.of(parser.parse(text, expected));
    } catch (ParseException refused) {
      return Optional.empty();
    }
  }
}
