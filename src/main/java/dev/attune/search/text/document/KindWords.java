package dev.attune.search.text.document;

import dev.attune.search.text.vocabulary.Said;
import dev.attune.search.text.vocabulary.Vocabulary;
import dev.attune.search.text.vocabulary.Word;
import dev.attune.search.text.words.Heads;
import java.util.ArrayList;
import java.util.List;

/** The words of a name that say what kind of thing it is. */
final class KindWords {
  private final Vocabulary vocabulary;
  private final Heads heads;

  KindWords(Vocabulary vocabulary, Heads heads) {
    this.vocabulary = vocabulary;
    this.heads = heads;
  }

  Word[] of(String name) {
    List<Word> words = new ArrayList<>();
    for (String head : heads.of(name)) {
      Said said = vocabulary.of(head);
      words.addAll(List.of(said.stems()));
      for (Word spelled : said.spelled()) {
        words.addAll(List.of(vocabulary.ends(spelled)));
      }
    }
    return words.toArray(Word[]::new);
  }
}
