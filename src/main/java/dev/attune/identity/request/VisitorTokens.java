package dev.attune.identity.request;

import dev.attune.events.Identifier;
import dev.attune.events.segment.person.SentTokens;
import dev.attune.platform.security.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Visitor tokens: {@code atv1.<payload>.<signature>}, both base64url. The payload is the seconds of
 * issue and expiry, the visitor id and the customer id, one a line; the signature is the first 16
 * bytes of its HMAC-SHA-256.
 */
@ApplicationScoped
public class VisitorTokens {
  /** What every visitor token begins with. */
  public static final String PREFIX = SentTokens.PREFIX;

  /** How long a token recognizes a visitor: browsers keep cookies no longer. */
  public static final Duration LIFETIME = Duration.ofDays(400);

  private static final int SIGNATURE_BYTES = 16;
  private static final int LONGEST = 1_200;

  private final SigningKeys keys;
  private final Clock clock;

  VisitorTokens(SigningKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** A token by which this visitor is recognized as this customer for {@link #LIFETIME}. */
  public String issue(Identifier visitor, Identifier customer, Instant now) {
    String payload =
        now.getEpochSecond()
            + "\n"
            + now.plus(LIFETIME).getEpochSecond()
            + "\n"
            + visitor.value().replace('\n', ' ')
            + "\n"
            + customer.value().replace('\n', ' ');
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    return PREFIX + encode(bytes) + "." + encode(sign(keys.visitorKey(), bytes));
  }

  /** What a token says, empty when it was not issued here, was altered or has expired. */
  public Optional<VisitorPass> read(String text) {
    int dot = text.lastIndexOf('.');
    if (!text.startsWith(PREFIX) || dot < PREFIX.length() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] payload = Base64.getUrlDecoder().decode(text.substring(PREFIX.length(), dot));
      byte[] signature = Base64.getUrlDecoder().decode(text.substring(dot + 1));
      return MessageDigest.isEqual(signature, sign(keys.visitorKey(), payload))
          ? pass(payload).filter(pass -> clock.instant().isBefore(pass.expiresAt()))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Whose browser a token is of, empty where {@link #read} says nothing. */
  public Optional<Identifier> visitor(String text) {
    return read(text).map(VisitorPass::visitor);
  }

  private static Optional<VisitorPass> pass(byte[] payload) {
    String[] parts = new String(payload, StandardCharsets.UTF_8).split("\n", -1);
    return parts.length == 4
        ? Optional.of(
            new VisitorPass(
                Identifier.visitor(parts[2]),
                Identifier.customer(parts[3]),
                Instant.ofEpochSecond(Long.parseLong(parts[0])),
                Instant.ofEpochSecond(Long.parseLong(parts[1]))))
        : Optional.empty();
  }

  private static byte[] sign(SecretKey key, byte[] payload) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has HmacSHA256", impossible);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
