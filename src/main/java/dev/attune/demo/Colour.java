package dev.attune.demo;

/** An sRGB colour, each channel 0 to 255. */
record Colour(int red, int green, int blue) {
  static final Colour CREAM = of("#f8f3ea");
  static final Colour UMBER = of("#3a3226");

  /** Reads {@code #rrggbb}. */
  static Colour of(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return new Colour(rgb >> 16, rgb >> 8 & 255, rgb & 255);
  }

  /** This colour with {@code share} (0 to 1) of another mixed in. */
  Colour mixed(Colour other, double share) {
    return new Colour(
        channel(red, other.red, share),
        channel(green, other.green, share),
        channel(blue, other.blue, share));
  }

  Colour deep() {
    return mixed(UMBER, 0.26);
  }

  Colour pale() {
    return mixed(CREAM, 0.5);
  }

  /** Perceived lightness, 0 (black) to 1 (white), by the weights of Rec. 709. */
  double lightness() {
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  }

  String hex() {
    return String.format("#%02x%02x%02x", red, green, blue);
  }

  private static int channel(int own, int other, double share) {
    return (int) Math.round(own + (other - own) * share);
  }
}
