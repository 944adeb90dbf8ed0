package dev.attune.catalog.feed;

import dev.attune.catalog.CategoryId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The paths of categories, {@code Home > Lighting > Pendants}. */
public final class CategoryPath {
  private CategoryPath() {}

  /** Titles from the root down; empty for a blank text. */
  public static List<String> parse(String text) {
    return Arrays.stream(text.split(">", -1))
        .map(String::strip)
        .filter(title -> !title.isEmpty())
        .toList();
  }

  /** The slugged words of the whole path, {@code home-lighting}. */
  public static CategoryId id(List<String> path) {
    List<String> slugs = new ArrayList<>(path.size());
    for (String title : path) {
      String slug = Slug.handle(title);
      // a title of signs only still needs a handle of its own
      slugs.add(slug.isEmpty() ? "x" + Integer.toHexString(title.hashCode()) : slug);
    }
    return new CategoryId(String.join("-", slugs));
  }
}
