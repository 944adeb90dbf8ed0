package dev.attune.search.text.words;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Reads every hyphen as {@link JoinedWords#JOINT} and every apostrophe as the plain one. */
final class HyphenReader extends FilterReader {
  HyphenReader(Reader text) {
    super(text);
  }

  static char plain(char at) {
    return switch (at) {
      case '-', '\u2010', '\u2011' -> JoinedWords.JOINT;
      case '\u2019' -> '\'';
      default -> at;
    };
  }

  @Override
  public int read() throws IOException {
    int at = super.read();
    return at < 0 ? at : plain((char) at);
  }

  @Override
  public int read(char[] to, int from, int most) throws IOException {
    int read = super.read(to, from, most);
    for (int i = from; i < from + read; i++) {
      to[i] = plain(to[i]);
    }
    return read;
  }
}
