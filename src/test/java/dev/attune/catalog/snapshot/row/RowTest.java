package dev.attune.catalog.snapshot.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
  @Test
  void readsArraysAsTheStoreWritesThem() {
    assertThat(StoredArray.read("{}")).isEmpty();
    assertThat(StoredArray.read("{one}")).containsExactly("one");
    assertThat(StoredArray.read("{one,two}")).containsExactly("one", "two");
    assertThat(StoredArray.read("{\"a, b\",c,\"d \\\"e\\\" \\\\\",\"\"}"))
        .containsExactly("a, b", "c", "d \"e\" \\", "");
  }

  @Test
  void oneTextIsReadOnceAmongThousands() {
    List<String> read = new ArrayList<>();
    KnownTexts<String> known =
        new KnownTexts<>(
            text -> {
              read.add(text);
              return text;
            });
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 5_000; i++) {
        String text = "text " + i + "!".repeat(i % 20);
        assertThat(of(known, text)).isEqualTo(text);
      }
    }
    assertThat(read).hasSize(5_000).doesNotHaveDuplicates();
  }

  private static String of(KnownTexts<String> known, String text) {
    byte[] bytes = ("\u00fc" + text + "x").getBytes(StandardCharsets.UTF_8);
    int to = bytes.length - 1;
    return known.of(KnownTexts.hash(bytes, 2, to), bytes, 2, to);
  }
}
