package dev.attune.search.text;

import java.util.List;

/**
 * A part of a query and all ways to say it.
 *
 * @param ways each as stems; the one typed first
 */
record Part(List<List<String>> ways) {
  Part {
    ways = List.copyOf(ways);
  }

  List<String> typed() {
    return ways.get(0);
  }
}
