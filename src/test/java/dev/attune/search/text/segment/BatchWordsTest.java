package dev.attune.search.text.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.text.vocabulary.Word;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class BatchWordsTest {
  private final BatchWords words = new BatchWords();

  @Test
  void theyAreInTheOrderOfTheIndex() {
    add("z", "abcdefghi", "a", "\u00e9", "abcdefgi", "ab", "\u5b89", "abcdefgh", "b", "");

    assertThat(Arrays.stream(words.ordered()).mapToObj(this::word))
        .containsExactly(
            "", "a", "ab", "abcdefgh", "abcdefghi", "abcdefgi", "b", "z", "\u00e9", "\u5b89");
  }

  @Test
  void thoseThatBeginAlikeAreInOrderToo() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      add("begins-alike-" + Integer.toString(random.nextInt(1 << 20), 36));
    }

    assertThat(Arrays.stream(words.ordered()).mapToObj(this::word)).isSorted();
    assertThat(words.ordered()).hasSize(20_000).doesNotHaveDuplicates();
  }

  @Test
  void theSameWordsAreKnownAndOthersAreNot() {
    add("begins-alike-1", "begins-alike-2", "begins-alike-1", "begins-a");

    assertThat(words.same(0, 2)).isTrue();
    assertThat(words.same(0, 1)).isFalse();
    assertThat(words.same(0, 3)).isFalse();
  }

  @Test
  void nothingIsLeftOfWhatWasForgotten() {
    add("before", "it");
    words.clear();
    add("after");

    assertThat(words.size()).isEqualTo(1);
    assertThat(word(0)).isEqualTo("after");
    assertThat(words.ordered()).containsExactly(0);
  }

  private void add(String... texts) {
    for (String text : texts) {
      words.add(new Word(text));
    }
  }

  private String word(int number) {
    return words.read(number, new BytesRef()).utf8ToString();
  }
}
