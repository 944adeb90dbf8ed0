package dev.attune.catalog.feed.text;

/** An offending value as messages show it: quoted and not too long. */
public final class Quoted {
  private static final int SHOWN = 60;

  private Quoted() {}

  public static String of(String text) {
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    return "\"" + shown + "\"";
  }
}
