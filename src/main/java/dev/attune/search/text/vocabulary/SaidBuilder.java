package dev.attune.search.text.vocabulary;

import java.util.Arrays;

/** Puts a text together word by word; to be used again for the next one. */
final class SaidBuilder {
  private Word[] spelled = new Word[64];
  private Word[] stems = new Word[64];
  private int[] steps = new int[64];
  private int words;
  private int forms;
  private int length;

  SaidBuilder clear() {
    words = 0;
    forms = 0;
    length = 0;
    return this;
  }

  void add(Said said) {
    reserve(said.spelled().length, said.stems().length);
    System.arraycopy(said.spelled(), 0, spelled, words, said.spelled().length);
    System.arraycopy(said.stems(), 0, stems, forms, said.stems().length);
    System.arraycopy(said.steps(), 0, steps, forms, said.stems().length);
    words += said.spelled().length;
    forms += said.stems().length;
    length += said.length();
  }

  /**
   * @param step positions behind the word before; 0 for another form of it
   */
  void add(Word word, Word[] itsStems, int step) {
    reserve(1, itsStems.length);
    spelled[words++] = word;
    for (int i = 0; i < itsStems.length; i++) {
      stems[forms] = itsStems[i];
      steps[forms++] = i == 0 ? step : 0;
    }
    length += step > 0 ? 1 : 0;
  }

  private void reserve(int moreWords, int moreForms) {
    if (words + moreWords > spelled.length) {
      spelled = Arrays.copyOf(spelled, (words + moreWords) * 2);
    }
    if (forms + moreForms > stems.length) {
      stems = Arrays.copyOf(stems, (forms + moreForms) * 2);
      steps = Arrays.copyOf(steps, stems.length);
    }
  }

  Said build() {
    return new Said(
        Arrays.copyOf(spelled, words),
        Arrays.copyOf(stems, forms),
        Arrays.copyOf(steps, forms),
        length);
  }
}
