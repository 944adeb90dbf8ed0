package dev.attune.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the category tree.
 *
 * @param path titles from the root down to this one, never empty
 * @param children ids in the shop's order
 */
public record Category(
    CategoryId id,
    String title,
    @Nullable CategoryId parent,
    List<String> path,
    List<CategoryId> children) {
  public Category {
    path = List.copyOf(path);
    children = List.copyOf(children);
  }
}
