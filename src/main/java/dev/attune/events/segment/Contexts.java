package dev.attune.events.segment;

import dev.attune.events.Campaign;
import dev.attune.events.EventContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The context of an event: where it happened, on what, and what had brought the shopper. */
final class Contexts {
  private static final Pattern USUAL_LOCALE = Pattern.compile("[a-z]{2}(-[A-Z]{2})?");

  private Contexts() {}

  static EventContext read(Fields event, Sender sender) {
    Fields properties = event.child("properties");
    Fields context = event.child("context");
    String url = context.child("page").text("url");
    String locale = locale(context.text("locale"));
    return new EventContext(
        url == null ? null : withoutQuery(url),
        campaign(context, url),
        device(context, sender.userAgent()),
        locale,
        EventContext.market(country(context), sender.market(), locale),
        properties.id("decision_id"),
        position(properties));
  }

  /** Segment's location names countries in full as often as by code; a code is wanted. */
  private static @Nullable String country(Fields context) {
    return EventContext.country(
        either(context.text("country"), context.child("location").text("country")));
  }

  /** The path of a page, {@code /women/dresses}; the query may hold secrets and is left out. */
  static String path(String url) {
    String bare = withoutQuery(url);
    int scheme = bare.indexOf("://");
    if (scheme < 0) {
      return bare.isBlank() ? "/" : bare;
    }
    int slash = bare.indexOf('/', scheme + 3);
    return slash < 0 ? "/" : bare.substring(slash);
  }

  private static String withoutQuery(String url) {
    int end = url.length();
    for (char stop : new char[] {'?', '#'}) {
      int at = url.indexOf(stop);
      end = at < 0 ? end : Math.min(end, at);
    }
    return url.substring(0, end);
  }

  private static @Nullable Campaign campaign(Fields context, @Nullable String url) {
    Fields sent = context.child("campaign");
    Map<String, String> utm = url == null ? Map.of() : utm(url);
    String source = either(sent.text("source"), utm.get("utm_source"));
    String medium = either(sent.text("medium"), utm.get("utm_medium"));
    String name = either(sent.text("name"), utm.get("utm_campaign"));
    String term = either(sent.text("term"), utm.get("utm_term"));
    String content = either(sent.text("content"), utm.get("utm_content"));
    return source == null && medium == null && name == null
        ? null
        : new Campaign(source, medium, name, term, content);
  }

  private static Map<String, String> utm(String url) {
    int query = url.indexOf('?');
    if (query < 0 || url.indexOf("utm_", query) < 0) {
      return Map.of();
    }
    Map<String, String> found = new HashMap<>();
    for (String pair : url.substring(query + 1).split("[&#]", -1)) {
      int equals = pair.indexOf('=');
      if (pair.startsWith("utm_") && equals > 0) {
        found.putIfAbsent(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return found;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8).replace('\u0000', ' ').strip();
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private static @Nullable String either(@Nullable String one, @Nullable String other) {
    return one == null ? (other == null || other.isBlank() ? null : other) : one;
  }

  private static @Nullable String device(Fields context, @Nullable String userAgent) {
    String type = context.child("device").text("type");
    String known =
        switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
          case "ios", "android", "app" -> "APP";
          case "desktop" -> "DESKTOP";
          case "mobile", "phone", "smartphone" -> "MOBILE";
          case "tablet" -> "TABLET";
          default -> null;
        };
    String agent = either(context.text("userAgent"), userAgent);
    return known != null || agent == null ? known : deviceOf(agent);
  }

  private static @Nullable String deviceOf(String userAgent) {
    if (userAgent.contains("iPad") || userAgent.contains("Tablet")) {
      return "TABLET";
    }
    if (userAgent.contains("Mobi") || userAgent.contains("Android")) {
      return "MOBILE";
    }
    return userAgent.startsWith("Mozilla/") ? "DESKTOP" : null;
  }

  private static @Nullable String locale(@Nullable String text) {
    if (text != null && USUAL_LOCALE.matcher(text).matches()) {
      return text;
    }
    String tag = text == null ? "" : Locale.forLanguageTag(text.replace('_', '-')).toLanguageTag();
    return tag.isEmpty() || tag.equals("und") ? null : tag;
  }

  /** From 1; GA4's {@code index} counts from 0. */
  private static @Nullable Integer position(Fields properties) {
    Integer position = properties.number("position");
    if (position != null) {
      return position < 1 ? null : position;
    }
    Integer index = properties.number("index");
    return index == null ? null : Integer.valueOf(index + 1);
  }
}
