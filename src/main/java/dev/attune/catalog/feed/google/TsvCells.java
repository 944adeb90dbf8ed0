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
  static TsvCells split(String text, int columns) {
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (true) {
      int end;
      if (at < text.length() && text.charAt(at) == '"') {
        int close = close(text, at);
        if (close < 0) {
          boolean swallows = swallows(text.substring(at), columns - 1);
          return new TsvCells(cells, swallows ? Quotes.BROKEN : Quotes.OPEN);
        }
        end = close + 1;
        if (end == text.length() || text.charAt(end) == '\t') {
          String cell = text.substring(at + 1, close);
          if (swallows(cell, columns - 1) || endsInNextRow(cell, cells.size())) {
            return new TsvCells(cells, Quotes.BROKEN);
          }
          cells.add(cell.replace("\"\"", "\""));
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

  /** A line after the cell's first one has as many tabs as a row. */
  private static boolean swallows(String cell, int tabs) {
    int line = cell.indexOf('\n');
    while (line >= 0) {
      int next = cell.indexOf('\n', line + 1);
      if (tabs(cell, line, next < 0 ? cell.length() : next) >= tabs) {
        return true;
      }
      line = next;
    }
    return false;
  }

  /** The last line has the tabs that the next row has before its cell in this column. */
  private static boolean endsInNextRow(String cell, int column) {
    int line = cell.lastIndexOf('\n');
    return line >= 0 && column > 0 && tabs(cell, line, cell.length()) >= column;
  }

  private static long tabs(String text, int from, int to) {
    return text.substring(from, to).chars().filter(c -> c == '\t').count();
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
