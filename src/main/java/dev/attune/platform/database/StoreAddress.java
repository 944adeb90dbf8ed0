package dev.attune.platform.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a store's database is, and as whom to reach it.
 *
 * @param location {@code host:port/database?parameters}
 */
record StoreAddress(String location, @Nullable String user, @Nullable String password) {

  /**
   * Reads {@code postgresql://user:password@host:5432/database?sslmode=require}, with or without
   * {@code jdbc:} before it; user and password may be percent-encoded.
   *
   * @throws IllegalArgumentException naming the setting and what it should look like
   */
  static StoreAddress parse(String setting, String url) {
    String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
    URI uri = parseUri(setting, plain);
    String path = uri.getRawPath();
    boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
    if (!known || uri.getHost() == null || path == null || path.length() < 2) {
      throw malformed(setting);
    }
    String port = uri.getPort() < 0 ? "5432" : Integer.toString(uri.getPort());
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String location = uri.getHost() + ":" + port + path + query;
    String userInfo = uri.getRawUserInfo();
    if (userInfo == null) {
      return new StoreAddress(location, null, null);
    }
    int colon = userInfo.indexOf(':');
    return colon < 0
        ? new StoreAddress(location, decode(userInfo), null)
        : new StoreAddress(
            location, decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1)));
  }

  /** What the datasource of this store needs to be told. */
  Map<String, String> settings(Store store) {
    Map<String, String> settings = new LinkedHashMap<>();
    String prefix = "quarkus.datasource." + store.id() + ".";
    settings.put(prefix + "jdbc.url", "jdbc:postgresql://" + location);
    settings.put(prefix + "reactive.url", "postgresql://" + location);
    if (user != null) {
      settings.put(prefix + "username", user);
    }
    if (password != null) {
      settings.put(prefix + "password", password);
    }
    return settings;
  }

  private static URI parseUri(String setting, String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException unreadable) {
      throw malformed(setting);
    }
  }

  private static IllegalArgumentException malformed(String setting) {
    return new IllegalArgumentException(
        setting + " must look like postgresql://user:password@host:5432/database");
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
