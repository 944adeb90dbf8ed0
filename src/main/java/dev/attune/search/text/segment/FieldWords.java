package dev.attune.search.text.segment;

import dev.attune.search.text.vocabulary.Word;
import java.util.Arrays;

/** One product's words in one field; to be filled again for the next product. */
public final class FieldWords {
  private Word[] words = new Word[64];
  private int[] steps = new int[64];
  private int[] frequencies = new int[64];
  private int size;

  public void clear() {
    size = 0;
  }

  /**
   * @param step positions behind the word before
   * @param often how often the document has it; 1 where positions are kept
   */
  public void add(Word word, int step, int often) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
      steps = Arrays.copyOf(steps, size * 2);
      frequencies = Arrays.copyOf(frequencies, size * 2);
    }
    words[size] = word;
    steps[size] = step;
    frequencies[size++] = often;
  }

  /** Adds what is not there yet; for fields with few words. */
  @SuppressWarnings("ReferenceEquality") // a vocabulary has each word once
  public void addOnce(Word word) {
    for (int i = 0; i < size; i++) {
      if (words[i] == word) {
        return;
      }
    }
    add(word, 1, 1);
  }

  public void addAllOnce(Word[] some) {
    for (Word word : some) {
      addOnce(word);
    }
  }

  public int size() {
    return size;
  }

  public Word word(int at) {
    return words[at];
  }

  public int step(int at) {
    return steps[at];
  }

  public int frequency(int at) {
    return frequencies[at];
  }
}
