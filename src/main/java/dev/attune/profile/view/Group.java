package dev.attune.profile.view;

import dev.attune.profile.Dimension;

/**
 * Values that share one whole: the categories of one depth, the brands, the values of one
 * attribute.
 *
 * @param part the depth, or the attribute's name
 */
record Group(Dimension dimension, String part) {
  static final Group BRANDS = new Group(Dimension.BRAND, "");

  static Group categoriesAt(int depth) {
    return new Group(Dimension.CATEGORY, Integer.toString(depth));
  }

  static Group attribute(String name) {
    return new Group(Dimension.ATTRIBUTE, name);
  }
}
