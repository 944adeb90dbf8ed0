package dev.attune.search.text.vocabulary;

import dev.attune.search.text.vocabulary.Pieces.Piece;
import dev.attune.search.text.words.Compounds;
import dev.attune.search.text.words.Language;
import dev.attune.search.text.words.ShopAnalyzer;
import dev.attune.search.text.words.Units;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Splits texts into words and remembers what it made of them, for one thread: products say the same
 * values and words over and over. No word reaches over white space, so a text is split there and
 * what stands between is known from other texts.
 */
public final class Vocabulary {
  /** Some 90 MB; beyond that it starts anew, because rare words are seldom seen again. */
  private static final int MOST_REMEMBERED = 400_000;

  /** In characters; longer texts are seldom said twice. */
  private static final int LONGEST_REMEMBERED = 60;

  private static final int MANY_DIGITS = 6;

  private static final Word[] NONE = {};

  private final boolean compounds;
  private final Splitter splitter;
  private final ShopAnalyzer stems;
  private final Map<String, Known> tokens = new HashMap<>();
  private final Pieces pieces = new Pieces();

  /** Of this product only. */
  private final Map<String, Word> rare = new HashMap<>();

  private final Map<String, Word> words = new HashMap<>();
  private final Map<String, Said> texts = new HashMap<>();

  /** By a word as it is written. */
  private final Map<Word, Word[]> ends = new HashMap<>();

  private final SaidBuilder text = new SaidBuilder();
  private final SaidBuilder piece = new SaidBuilder();
  private char[] letters = new char[1_024];
  private boolean lasting;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Known(Word spelled, Word[] stems) {}

  public Vocabulary(Language language) {
    compounds = language.compounds();
    splitter = new Splitter(language);
    stems = ShopAnalyzer.stemming(language);
  }

  /**
   * To be called between products only.
   *
   * @return whether all words are new ones from now on
   */
  public boolean next() {
    rare.clear();
    int size = words.size() + texts.size() + tokens.size() + pieces.size() + ends.size();
    if (size <= MOST_REMEMBERED) {
      return false;
    }
    tokens.clear();
    pieces.clear();
    words.clear();
    texts.clear();
    ends.clear();
    return true;
  }

  /** The words of a text that is kept until all words are new ones. */
  public Said lasting(String text) {
    lasting = true;
    Said said = of(text);
    lasting = false;
    return said;
  }

  /** The words of a text that hardly another product says, good until {@link #next}. */
  public Said ofOwn(String text) {
    return split(text);
  }

  /** The words of a text, good until {@link #next}. */
  public Said of(String text) {
    if (text.length() > LONGEST_REMEMBERED || isRare(text)) {
      return split(text);
    }
    @Nullable Said known = texts.get(text);
    if (known == null) {
      known = split(text);
      texts.put(text, known);
    }
    return known;
  }

  /** The one word that is written so. */
  public Word exactly(String name) {
    return word(name);
  }

  /**
   * What a word may end in, each as {@link Compounds#ending}; of a language without compounds none.
   *
   * @param spelled of {@link Said#spelled}
   */
  public Word[] ends(Word spelled) {
    return compounds ? ends.computeIfAbsent(spelled, this::endsOf) : NONE;
  }

  private Word[] endsOf(Word spelled) {
    return Compounds.ends(spelled.toString()).stream()
        .flatMap(end -> stems.words(end).stream())
        .distinct()
        .map(stem -> word(Compounds.ending(stem)))
        .toArray(Word[]::new);
  }

  private Said split(String whole) {
    int end = whole.length();
    if (letters.length < end) {
      letters = new char[end * 2];
    }
    whole.getChars(0, end, letters, 0);
    text.clear();
    @Nullable String number = null;
    for (int from = 0; from < end; from++) {
      if (!isSpace(letters[from])) {
        int to = from;
        int hash = 0;
        int digits = 0;
        for (; to < end && !isSpace(letters[to]); to++) {
          hash = 31 * hash + letters[to];
          digits += Splitter.isDigit(letters[to]) ? 1 : 0;
        }
        boolean rare = digits >= MANY_DIGITS || to - from > LONGEST_REMEMBERED;
        Piece next = rare ? read(whole.substring(from, to)) : piece(whole, from, to, hash);
        if (number != null && next.unit() != null) {
          Known joined = known(number + next.unit());
          text.add(joined.spelled(), joined.stems(), 0);
        }
        text.add(next.said());
        number = next.number();
        from = to;
      }
    }
    return text.build();
  }

  private static boolean isSpace(char at) {
    return at == ' ' || at == '\n' || at == '\r' || at == '\t';
  }

  private Piece piece(String whole, int from, int to, int hash) {
    @Nullable Piece known = pieces.get(letters, from, to - from, hash);
    if (known == null) {
      known = read(whole.substring(from, to));
      pieces.add(known);
    }
    return known;
  }

  private Piece read(String text) {
    piece.clear();
    splitter.split(
        text,
        (token, step) -> {
          Known known = known(token);
          piece.add(known.spelled(), known.stems(), step);
        });
    Said said = piece.build();
    Word[] words = said.spelled();
    return words.length == 0
        ? new Piece(text, said, null, null)
        : new Piece(
            text,
            said,
            number(text.toLowerCase(Locale.ROOT), words[words.length - 1].toString()),
            unit(text.toLowerCase(Locale.ROOT), words[0].toString()));
  }

  private static @Nullable String number(String text, String last) {
    // in a word a decimal comma is a point
    int at = text.replace(',', '.').lastIndexOf(last);
    boolean joined = at > 0 && ShopAnalyzer.joins(text.charAt(at - 1));
    return Character.isDigit(last.charAt(0)) && at >= 0 && !joined ? last : null;
  }

  private static @Nullable String unit(String text, String first) {
    int end = text.indexOf(first) + first.length();
    boolean joined = end < text.length() && ShopAnalyzer.joins(text.charAt(end));
    return Units.has(first) && !joined ? first : null;
  }

  private Known known(String token) {
    if (isRare(token)) {
      return stemmed(token);
    }
    @Nullable Known known = tokens.get(token);
    if (known == null) {
      known = stemmed(token);
      tokens.put(token, known);
    }
    return known;
  }

  private Known stemmed(String token) {
    if (isNumber(token)) {
      Word itself = word(token);
      return new Known(itself, new Word[] {itself});
    }
    return new Known(
        new Word(token), stems.words(token).stream().map(this::word).toArray(Word[]::new));
  }

  private static boolean isNumber(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (!Splitter.isDigit(token.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Numbers of many digits are hardly ever those of another product. */
  private static boolean isRare(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += Splitter.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits >= MANY_DIGITS;
  }

  /** Within a product the same word is the same object, which adds up where it is said. */
  private Word word(String stem) {
    @Nullable Word known = words.get(stem);
    if (known == null) {
      known = rare.computeIfAbsent(stem, Word::new);
      if (lasting || !isRare(stem)) {
        words.put(stem, known);
      }
    }
    return known;
  }
}
