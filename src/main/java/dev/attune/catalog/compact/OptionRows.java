package dev.attune.catalog.compact;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;

/**
 * The variants of all products that have several, numbered row by row in their own order, and which
 * options each has where a product's variants have different ones. An attribute of the product that
 * goes by an option's name counts as every variant's, unless its value is one that some variant has
 * chosen.
 */
public final class OptionRows {
  private final int[] first;
  private final int[] from;
  private final int[] options;
  private final int[] values;

  private OptionRows(int[] first, int[] from, int[] options, int[] values) {
    this.first = first;
    this.from = from;
    this.options = options;
    this.values = values;
  }

  /**
   * @param number of a value in the field of a name, negative for one that is not looked for
   */
  public static OptionRows of(CatalogSnapshot catalog, ToIntBiFunction<String, String> number) {
    int[] first = new int[catalog.size() + 1];
    Reading reading = new Reading(number);
    for (int row = 0; row < catalog.size(); row++) {
      Product product = catalog.at(row);
      if (product.variants().size() > 1) {
        reading.read(product);
      }
      first[row + 1] = reading.from.size - 1;
    }
    return new OptionRows(
        first, reading.from.done(), reading.options.done(), reading.values.done());
  }

  /** How many variants have a number. */
  public int variants() {
    return from.length - 1;
  }

  /** The row's variants have the numbers from this one to below the next row's. */
  public int first(int row) {
    return first[row];
  }

  /** The variant's options are {@link #option} from here to below the next variant's. */
  public int from(int variant) {
    return from[variant];
  }

  public int option(int at) {
    return options[at];
  }

  /** Whether the row's variants have different options. */
  public boolean differ(int row) {
    return from[first[row]] < from[first[row + 1]];
  }

  /** How many different options there are. */
  public int size() {
    return values.length;
  }

  /** The number of the option's value in its field. */
  public int value(int option) {
    return values[option];
  }

  /** Numbers that follow each other. */
  private static final class Numbers {
    private int[] all = new int[64];
    private int size;

    private void add(int number) {
      if (size == all.length) {
        all = Arrays.copyOf(all, size * 2);
      }
      all[size++] = number;
    }

    private boolean has(int number, int since) {
      for (int i = since; i < size; i++) {
        if (all[i] == number) {
          return true;
        }
      }
      return false;
    }

    private int[] done() {
      return Arrays.copyOf(all, size);
    }
  }

  /** What has been read so far. */
  private static final class Reading {
    private static final int UNKNOWN = -1;

    private final ToIntBiFunction<String, String> number;
    private final Numbers from = new Numbers();
    private final Numbers options = new Numbers();
    private final Numbers values = new Numbers();
    private final Numbers shared = new Numbers();

    /** Numbers of options by name and value as they are written. */
    private final Map<String, Map<String, Integer>> known = new HashMap<>();

    private final Map<Integer, Integer> optionOf = new HashMap<>();

    Reading(ToIntBiFunction<String, String> number) {
      this.number = number;
      from.add(0);
    }

    void read(Product product) {
      List<Variant> variants = product.variants();
      if (!differ(variants)) {
        variants.forEach(any -> from.add(options.size));
        return;
      }
      share(product);
      for (Variant variant : variants) {
        int since = options.size;
        for (Map.Entry<String, String> option : variant.options().entrySet()) {
          add(option(option.getKey(), option.getValue()), since);
        }
        for (int i = 0; i < shared.size; i++) {
          add(shared.all[i], since);
        }
        from.add(options.size);
      }
    }

    private static boolean differ(List<Variant> variants) {
      Map<String, String> first = variants.get(0).options();
      for (Variant variant : variants) {
        if (!variant.options().equals(first)) {
          return true;
        }
      }
      return false;
    }

    private void add(int option, int since) {
      if (option != UNKNOWN && !options.has(option, since)) {
        options.add(option);
      }
    }

    /** What the product says of all its variants. */
    private void share(Product product) {
      shared.size = 0;
      for (Attribute attribute : product.attributes()) {
        if (isNamed(product, attribute.name())) {
          for (String value : attribute.values()) {
            int option = option(attribute.name(), value);
            if (!isChosen(product, option)) {
              shared.add(option);
            }
          }
        }
      }
    }

    private static boolean isNamed(Product product, String name) {
      for (Variant variant : product.variants()) {
        for (String option : variant.options().keySet()) {
          if (option.equalsIgnoreCase(name)) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean isChosen(Product product, int option) {
      for (Variant variant : product.variants()) {
        for (Map.Entry<String, String> chosen : variant.options().entrySet()) {
          if (option(chosen.getKey(), chosen.getValue()) == option) {
            return true;
          }
        }
      }
      return false;
    }

    private int option(String name, String value) {
      return known
          .computeIfAbsent(name, any -> new HashMap<>())
          .computeIfAbsent(value, any -> option(number.applyAsInt(name, value)));
    }

    private int option(int value) {
      return value < 0 ? UNKNOWN : optionOf.computeIfAbsent(value, this::next);
    }

    private int next(int value) {
      values.add(value);
      return values.size - 1;
    }
  }
}
