package dev.attune.catalog.feed;

import dev.attune.catalog.CategoryId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The paths of categories, {@code Home > Lighting > Pendants}. */
public final class CategoryPath {
  private CategoryPath() {}

  /** Titles from the root down; empty for a blank text. */
  public static List<String> parse(String text) {
    List<String> titles = new ArrayList<>(4);
    for (String part : text.split(">", -1)) {
      String title = part.strip();
      if (!title.isEmpty()) {
        titles.add(title);
      }
    }
    return titles;
  }

  /** Up to where the path would come back to a category that it has already named. */
  public static List<String> withoutCycle(List<String> path) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < path.size(); i++) {
      if (!seen.add(slug(path.get(i)))) {
        return path.subList(0, i);
      }
    }
    return path;
  }

  /** The slugged words of the whole path, {@code home-lighting}. */
  public static CategoryId id(List<String> path) {
    List<String> slugs = new ArrayList<>(path.size());
    for (String title : path) {
      slugs.add(slug(title));
    }
    return new CategoryId(String.join("-", slugs));
  }

  /** A title of signs only still needs a handle of its own. */
  private static String slug(String title) {
    String slug = Slug.handle(title);
    return slug.isEmpty() ? "x" + Integer.toHexString(title.hashCode()) : slug;
  }
}
