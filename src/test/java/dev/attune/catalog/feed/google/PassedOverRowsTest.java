package dev.attune.catalog.feed.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.feed.Feed;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.text.Fingerprint;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows that are known come as such, wherever they stand; all others as if nothing were known. */
class PassedOverRowsTest {
  private static final List<String> HEADERS =
      List.of("id\ttitle\tdescription\tprice\n", "title\tdescription\tid\tprice\n");

  @Test
  void findsTheSameRowsWhateverIsKnown() throws IOException {
    Random random = new Random(17);
    for (int round = 0; round < 200; round++) {
      boolean idFirst = random.nextBoolean();
      StringBuilder text = new StringBuilder(HEADERS.get(idFirst ? 0 : 1));
      for (int row = 0; row < 30; row++) {
        text.append(line(random, idFirst, row)).append(random.nextInt(4) == 0 ? "\r\n" : "\n");
      }
      List<FeedRow> unknown = rows(text.toString(), Map.of());
      Map<String, Fingerprint> known = new HashMap<>();
      List<FeedRow> expected = new ArrayList<>();
      for (FeedRow row : unknown) {
        if (row instanceof FeedRow.Accepted accepted
            && accepted.written() != null
            && random.nextInt(3) > 0
            && known.putIfAbsent(accepted.item().id(), accepted.written()) == null) {
          expected.add(new FeedRow.Same(accepted.line(), accepted.item().id()));
        } else {
          expected.add(row);
        }
      }
      assertThat(told(rows(text.toString(), known))).isEqualTo(told(expected));
    }
  }

  @Test
  void readsARowOfWhichOneCharacterIsAnother() throws IOException {
    String text = HEADERS.get(0) + "a\tLamp\tA lamp for the desk of a child\t10.00 USD\n";
    Map<String, Fingerprint> known = known(rows(text, Map.of()));
    assertThat(rows(text, known)).hasOnlyElementsOfType(FeedRow.Same.class);
    for (int at = text.indexOf('\n') + 3; at < text.length() - 5; at++) {
      if (text.charAt(at) != '\t') {
        String other = text.substring(0, at) + '7' + text.substring(at + 1);
        assertThat(rows(other, known)).hasOnlyElementsOfType(FeedRow.Accepted.class);
      }
    }
    String renamed = text.replaceFirst("description", "ram");
    assertThat(rows(renamed, known)).hasOnlyElementsOfType(FeedRow.Accepted.class);
  }

  private static Map<String, Fingerprint> known(List<FeedRow> rows) {
    Map<String, Fingerprint> known = new HashMap<>();
    for (FeedRow row : rows) {
      if (row instanceof FeedRow.Accepted accepted && accepted.written() != null) {
        known.put(accepted.item().id(), accepted.written());
      }
    }
    return known;
  }

  private static String line(Random random, boolean idFirst, int row) {
    String id = random.nextInt(8) == 0 ? "\"p" + row + "\"" : "p" + row;
    String title = random.nextInt(5) == 0 ? "\"Lamp\t" + row + "\"" : "Lamp " + row;
    String[] about = {"plain", "\"two\nlines\"", "\"a \"\"b\"\" c\"", "\"open", "", "é\u2028è"};
    String text = about[random.nextInt(about.length)];
    return switch (random.nextInt(12)) {
      case 0 -> "";
      case 1 -> "too\tfew";
      default ->
          idFirst
              ? String.join("\t", id, title, text, "10.00 USD")
              : String.join("\t", title, text, id, "10.00 USD");
    };
  }

  private static List<String> told(List<FeedRow> rows) {
    return rows.stream().map(FeedRow::toString).toList();
  }

  private static List<FeedRow> rows(String text, Map<String, Fingerprint> known)
      throws IOException {
    Feed feed = GoogleTsv.open(slowly(text));
    feed.knowing((id, written) -> written.equals(known.get(id)));
    List<FeedRow> all = new ArrayList<>();
    for (FeedRow row = feed.next(); row != null; row = feed.next()) {
      all.add(row);
    }
    return all;
  }

  /** Gives a few characters at a time, so that every boundary is met. */
  private static Reader slowly(String text) {
    return new StringReader(text) {
      @Override
      public int read(char[] into, int from, int length) throws IOException {
        return super.read(into, from, Math.min(7, length));
      }
    };
  }
}
