package dev.attune.search.text.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.text.words.Language;
import dev.attune.search.text.words.ShopAnalyzer;
import dev.attune.search.text.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  private static final List<String> PIECES =
      List.of(
          "Mouse",
          "dv7-1211ea",
          "43.2",
          "43,2",
          "1,000.50,",
          "cm",
          "15,6",
          "17\"",
          "17Zoll",
          "XR-27inch",
          "(USB-C)",
          "Stra\u00dfe",
          "l'\u00e9t\u00e9",
          "100-240",
          "V",
          "wi-fi,5",
          "GHz",
          "na\u00efve",
          "3542021-1",
          "kg-cal/hr",
          "a--b",
          "-x-",
          "12345678",
          "O\u2019Neill",
          "2",
          "TB",
          "\u5b89\u5168",
          "one_two",
          "Dv7\u20101211EA",
          "50/60",
          "Hz;",
          "x".repeat(300),
          "USB3");

  private static final List<String> SPACES = List.of(" ", "  ", "\n", "\t", " \r\n ");

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(12);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(SPACES.get(random.nextInt(SPACES.size())));
    }
    return text.toString();
  }

  private static List<String> spelled(Said said) {
    return Stream.of(said.spelled()).map(Word::toString).toList();
  }

  private static List<String> stems(Said said) {
    return Stream.of(said.stems()).map(Word::toString).toList();
  }

  @Test
  void splitsPieceByPieceAsItWouldAWholeText() {
    ShopAnalyzer whole = ShopAnalyzer.spelled(Language.ENGLISH, true);
    ShopAnalyzer one = ShopAnalyzer.stemming(Language.ENGLISH);
    Vocabulary vocabulary = new Vocabulary(Language.ENGLISH);
    for (int seed = 0; seed < 2_000; seed++) {
      String text = text(new SplittableRandom(seed));
      List<String> words = whole.words(Units.spelledOut(text));

      Said said = seed % 2 == 0 ? vocabulary.of(text) : vocabulary.lasting(text);

      assertThat(spelled(said)).as(text).isEqualTo(words);
      List<String> stems = new ArrayList<>();
      words.forEach(word -> stems.addAll(one.words(word)));
      assertThat(stems(said)).as(text).isEqualTo(stems);
      vocabulary.next();
    }
  }

  @Test
  void putsANumberAndItsUnitTogetherOnTheNumbersPosition() {
    Said said = new Vocabulary(Language.ENGLISH).of("LCD 43.2 cm wi-fi");

    assertThat(spelled(said)).containsExactly("lcd", "43.2", "43.2cm", "cm", "wi", "wifi", "fi");
    assertThat(said.steps()).containsExactly(1, 1, 0, 1, 1, 0, 1);
    assertThat(said.length()).isEqualTo(5);
  }

  @Test
  void knowsAWordOfAProductAgainWhereverItIsSaid() {
    Vocabulary vocabulary = new Vocabulary(Language.ENGLISH);
    for (String said : List.of("mice", "12345678", "x12345678")) {
      Word first = vocabulary.of(said).stems()[0];
      Word lasting = vocabulary.lasting("a " + said).stems()[1];
      vocabulary.next();
      Word later = vocabulary.of("(" + said + ")").stems()[0];

      assertThat(lasting).as(said).isSameAs(first);
      assertThat(later).as(said).isSameAs(first);
    }
  }

  @Test
  void forgetsWhatIsSeldomSaid() {
    Vocabulary vocabulary = new Vocabulary(Language.ENGLISH);
    Word seldom = vocabulary.of("12345678").stems()[0];
    Word often = vocabulary.of("mouse").stems()[0];
    vocabulary.next();

    assertThat(vocabulary.of("12345678").stems()[0]).isNotSameAs(seldom);
    assertThat(vocabulary.of("mouse").stems()[0]).isSameAs(often);
  }
}
