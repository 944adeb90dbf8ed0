package dev.attune.graphql.request;

import dev.attune.decision.Place;
import dev.attune.events.Campaign;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.money.Money;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a shopper is: what the page context says, else what headers say. */
public final class Places {
  private Places() {}

  /**
   * @throws AttuneException INVALID_CURRENCY or INVALID_VALUE, with the context's field
   */
  public static Place of(PageContextInput context, HttpServerRequest request) {
    return new Place(
        context.url,
        campaign(context),
        context.device == null ? null : context.device.name(),
        country(context, request),
        currency(context.currency),
        locale(context.locale, request.getHeader("Accept-Language")));
  }

  private static @Nullable Campaign campaign(PageContextInput context) {
    PageContextInput.CampaignInput said = context.campaign;
    if (said != null) {
      return new Campaign(said.source, said.medium, said.name, said.term, said.content);
    }
    Map<String, String> utm = utm(context.url);
    return utm.isEmpty()
        ? null
        : new Campaign(
            utm.get("utm_source"),
            utm.get("utm_medium"),
            utm.get("utm_campaign"),
            utm.get("utm_term"),
            utm.get("utm_content"));
  }

  private static Map<String, String> utm(@Nullable String url) {
    Map<String, String> utm = new HashMap<>();
    int query = url == null ? -1 : url.indexOf('?');
    if (url == null || query < 0) {
      return utm;
    }
    for (String pair : url.substring(query + 1).split("[&#]")) {
      int equals = pair.indexOf('=');
      if (pair.startsWith("utm_") && equals > 0) {
        utm.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
      }
    }
    return utm;
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return encoded;
    }
  }

  private static @Nullable String country(PageContextInput context, HttpServerRequest request) {
    String country = context.country == null ? request.getHeader("Attune-Market") : context.country;
    if (country == null) {
      return null;
    }
    String upper = country.strip().toUpperCase(Locale.ROOT);
    if (context.country != null && !List.of(Locale.getISOCountries()).contains(upper)) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE,
          "context.country",
          "'" + country + "' is no ISO 3166-1 alpha-2 country");
    }
    return upper;
  }

  private static @Nullable Currency currency(@Nullable String code) {
    if (code == null) {
      return null;
    }
    return Money.currency(code)
        .orElseThrow(
            () ->
                new AttuneException(
                    ErrorCode.INVALID_CURRENCY,
                    "context.currency",
                    "'" + code + "' is no ISO 4217 currency"));
  }

  private static Locale locale(@Nullable String tag, @Nullable String accepted) {
    if (tag != null) {
      Locale locale = Locale.forLanguageTag(tag);
      if (locale.getLanguage().isEmpty()) {
        throw new AttuneException(
            ErrorCode.INVALID_VALUE, "context.locale", "'" + tag + "' is no BCP 47 locale");
      }
      return locale;
    }
    return accepted == null ? Locale.ENGLISH : preferred(accepted);
  }

  private static Locale preferred(String accepted) {
    try {
      return Locale.LanguageRange.parse(accepted).stream()
          .map(range -> Locale.forLanguageTag(range.getRange()))
          .filter(locale -> !locale.getLanguage().isEmpty())
          .findFirst()
          .orElse(Locale.ENGLISH);
    } catch (IllegalArgumentException malformed) {
      return Locale.ENGLISH;
    }
  }
}
