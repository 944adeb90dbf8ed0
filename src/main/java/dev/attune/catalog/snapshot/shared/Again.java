package dev.attune.catalog.snapshot.shared;

import dev.attune.catalog.Product;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is read again of a product that was there before: equal parts stay the objects that they
 * were, so that two versions of a catalog hold little more than one.
 */
public final class Again {
  private Again() {}

  public static String text(String read, @Nullable String before) {
    return before != null && before.equals(read) ? before : read;
  }

  public static @Nullable String textOrNull(@Nullable String read, @Nullable String before) {
    return read == null ? null : text(read, before);
  }

  public static <T> List<T> list(List<T> read, @Nullable List<T> before) {
    return before != null && before.equals(read) ? before : read;
  }

  /** The addresses of images. */
  public static List<String> images(List<String> read, @Nullable Product before) {
    if (before == null || before.images().size() != read.size()) {
      return read;
    }
    List<String> images = new ArrayList<>(read.size());
    for (int i = 0; i < read.size(); i++) {
      images.add(text(read.get(i), before.images().get(i).url()));
    }
    return images;
  }
}
