package dev.attune.catalog.feed.google;

import java.util.ArrayList;
import java.util.List;

/** The cells of one row's text, and whether its quotes are closed. */
record TsvCells(List<String> cells, Quotes quotes) {
  enum Quotes {
    CLOSED,
    /** The text ends inside a quoted cell: the row may go on in the next line. */
    OPEN,
    /** A quoted cell that went over several lines did not end as one should. */
    BROKEN
  }

  /**
   * A cell that starts with a quote ends at a quote before a tab or the row's end; doubled quotes
   * in it stand for one. A cell on one line that only looks quoted, {@code "Deluxe" lamp}, is taken
   * as it is written.
   */
  static TsvCells split(String text) {
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (true) {
      int end;
      if (at < text.length() && text.charAt(at) == '"') {
        int close = close(text, at);
        if (close < 0) {
          return new TsvCells(cells, Quotes.OPEN);
        }
        end = close + 1;
        if (end == text.length() || text.charAt(end) == '\t') {
          cells.add(text.substring(at + 1, close).replace("\"\"", "\""));
        } else if (text.substring(at, end).indexOf('\n') >= 0) {
          return new TsvCells(cells, Quotes.BROKEN);
        } else {
          end = tab(text, at);
          cells.add(text.substring(at, end));
        }
      } else {
        end = tab(text, at);
        cells.add(text.substring(at, end));
      }
      if (end == text.length()) {
        return new TsvCells(cells, Quotes.CLOSED);
      }
      at = end + 1;
    }
  }

  /** The first single quote after the one at {@code open}, or -1. */
  private static int close(String text, int open) {
    int quote = text.indexOf('"', open + 1);
    while (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
      quote = text.indexOf('"', quote + 2);
    }
    return quote;
  }

  private static int tab(String text, int from) {
    int tab = text.indexOf('\t', from);
    return tab < 0 ? text.length() : tab;
  }
}
