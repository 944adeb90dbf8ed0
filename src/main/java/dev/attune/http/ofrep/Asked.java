package dev.attune.http.ofrep;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.events.Identifier;
import dev.attune.events.Identifier.Type;
import dev.attune.events.Traffic;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.identity.request.Bots;
import dev.attune.identity.request.MarketCountries;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client asks about: the {@code targetingKey} of the evaluation context is a visitor id or,
 * with the secret key only, {@code customer:} and a customer's id. {@code country} is the market,
 * {@code userAgent} tells bots apart.
 */
record Asked(Asker asker, @Nullable String country) {

  /** Refused with the protocol's code. */
  static final class Refused extends RuntimeException {
    private final transient Evaluation.Failure failure;

    Refused(@Nullable String key, String code, String details) {
      super(details);
      this.failure = new Evaluation.Failure(key, code, details);
    }

    Evaluation.Failure failure() {
      return failure;
    }
  }

  static Asked of(
      @Nullable String flag,
      @Nullable JsonNode body,
      boolean secret,
      Bots bots,
      MarketCountries markets) {
    if (body == null || !body.path("context").isObject()) {
      throw new Refused(flag, "INVALID_CONTEXT", "The body is {\"context\": {…}}");
    }
    JsonNode context = body.path("context");
    String key = context.path("targetingKey").asText("");
    if (key.isBlank()) {
      throw new Refused(flag, "TARGETING_KEY_MISSING", "The context has no targetingKey");
    }
    boolean customer = key.startsWith("customer:");
    if (customer && !secret) {
      throw new Refused(flag, "INVALID_CONTEXT", "Only the secret key speaks for a customer");
    }
    String id = customer ? key.substring("customer:".length()) : key;
    Optional<Identifier> unit = Identifier.of(customer ? Type.CUSTOMER : Type.VISITOR, id);
    if (unit.isEmpty() || id.indexOf('\u0000') >= 0) {
      throw new Refused(flag, "INVALID_CONTEXT", "The targetingKey identifies nobody");
    }
    @Nullable String market = text(context, "country");
    boolean bot = bots.match(text(context, "userAgent"));
    Asker asker =
        new Asker(
            customer ? null : unit.get(),
            customer ? unit.get() : null,
            customer ? Proof.AUTHENTICATED : Proof.ANONYMOUS,
            bot ? Traffic.BOT : Traffic.SHOPPER,
            Set.of(),
            secret,
            context.path("globalPrivacyControl").asBoolean(false),
            null,
            market);
    return new Asked(asker, markets.of(market));
  }

  private static @Nullable String text(JsonNode context, String name) {
    return context.path(name).isTextual() ? context.path(name).asText() : null;
  }
}
