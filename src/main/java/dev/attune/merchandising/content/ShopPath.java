package dev.attune.merchandising.content;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path of the storefront that names something of the shop.
 *
 * @param name of the category, handle of the product or of the collection
 */
public record ShopPath(Of of, String name) {
  private static final Pattern QUERY = Pattern.compile("/?([?#].*)?$");

  /** What a path can name. */
  public enum Of {
    CATEGORY("/c/"),
    PRODUCT("/p/"),
    COLLECTION("/collections/");

    private final String beginning;

    Of(String beginning) {
      this.beginning = beginning;
    }
  }

  /**
   * Empty for any other path, such as one that goes on below the name. A query behind it, {@code
   * ?page=2}, is no part of it.
   */
  public static Optional<ShopPath> in(String path) {
    String plain = QUERY.matcher(path).replaceFirst("");
    return Arrays.stream(Of.values())
        .filter(of -> plain.startsWith(of.beginning))
        .map(of -> new ShopPath(of, plain.substring(of.beginning.length())))
        .filter(named -> !named.name.isEmpty() && named.name.indexOf('/') < 0)
        .findFirst();
  }

  /** The path itself. */
  public String text() {
    return of.beginning + name;
  }
}
