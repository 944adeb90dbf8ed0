package dev.attune.catalog.feed.google;

import dev.attune.catalog.feed.Detail;
import java.util.List;

/** One product of a Google Merchant feed, however it is written. */
interface GoogleCells {
  /** The physical line on which it starts. */
  long line();

  /** The stripped text of the first attribute of this name, or an empty text. */
  String cell(String name);

  /** The texts of all attributes of this name that are not empty. */
  List<String> all(String name);

  /** What {@code product_detail} says. */
  List<Detail> details();

  /** Each {@code product_highlight} of its own. */
  List<String> highlights();
}
