package dev.attune.search.text;

import java.util.List;

/**
 * A part of a query and all ways to say it.
 *
 * @param ways each as stems; the one typed first
 * @param things how many of these name the thing itself; those behind merely have it in their name
 */
record Part(List<List<String>> ways, int things) {
  Part {
    ways = List.copyOf(ways);
  }

  List<String> typed() {
    return ways.get(0);
  }
}
