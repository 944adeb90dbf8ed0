package dev.attune.demo;

import dev.attune.demo.DemoPictures.Scene;
import dev.attune.demo.DemoPictures.Subject;
import java.util.Locale;

/** Sets motifs in front of a soft wall and a floor. */
final class Canvas {
  private static final int FLOOR = 400;

  private Canvas() {}

  static String square(String id, Subject subject, Motifs motifs) {
    Colour tone = wall(subject.colour(), subject.accent());
    return open(id, 400, 400, tone)
        + "<circle cx=\"200\" cy=\"196\" r=\"150\" fill=\"#fff\" fill-opacity=\"0.34\"/>\n"
        + "<rect y=\"296\" width=\"400\" height=\"104\" fill=\"%s\"/>\n"
            .formatted(tone.mixed(Colour.UMBER, 0.07).hex())
        + motifs.drawn(subject)
        + "</svg>\n";
  }

  static String wide(String id, Scene scene, Motifs motifs) {
    Colour tone = wall(scene.tone(), Colour.of("#8fb4c9"));
    StringBuilder svg = new StringBuilder(open(id, 1200, 480, tone));
    svg.append("<circle cx=\"850\" cy=\"230\" r=\"220\" fill=\"#fff\" fill-opacity=\"0.36\"/>\n");
    svg.append("<circle cx=\"210\" cy=\"-30\" r=\"240\" fill=\"#fff\" fill-opacity=\"0.2\"/>\n");
    svg.append("<rect y=\"%d\" width=\"1200\" height=\"80\" ".formatted(FLOOR - 24));
    svg.append("fill=\"%s\"/>\n".formatted(tone.mixed(Colour.UMBER, 0.08).hex()));
    svg.append("<rect y=\"%d\" width=\"1200\" height=\"30\" ".formatted(FLOOR + 50));
    svg.append("fill=\"%s\"/>\n".formatted(tone.mixed(Colour.UMBER, 0.08).hex()));
    int count = scene.subjects().size();
    int leading = count / 2;
    for (int i = 0; i < count; i++) {
      if (i != leading) {
        svg.append(placed(motifs.drawn(scene.subjects().get(i)), centre(i, count), 0.78));
      }
    }
    svg.append(placed(motifs.drawn(scene.subjects().get(leading)), centre(leading, count), 1.12));
    return svg.append("</svg>\n").toString();
  }

  /** Motifs stand in the right two thirds, so that a headline has room on the left. */
  private static double centre(int index, int count) {
    double step = count > 2 ? 236 : 280;
    return 850 + (index - (count - 1) / 2.0) * step;
  }

  private static String placed(String motif, double centre, double scale) {
    return String.format(
        Locale.ROOT,
        "<g transform=\"translate(%.1f %.1f) scale(%.2f)\">\n%s</g>\n",
        centre - 200 * scale,
        FLOOR - 320 * scale + 12,
        scale,
        motif);
  }

  private static String open(String id, int width, int height, Colour tone) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %2$d %3$d" width="%2$d" height="%3$d">
    <defs><linearGradient id="wall-%1$s" x1="0" y1="0" x2="1" y2="1">
    <stop offset="0" stop-color="%4$s"/><stop offset="1" stop-color="%5$s"/>
    </linearGradient></defs>
    <rect width="%2$d" height="%3$d" fill="url(#wall-%1$s)"/>
    """
        .formatted(id, width, height, tone.mixed(Colour.CREAM, 0.4).hex(), tone.hex());
  }

  /** A wall that the subject stands out from: its own tint, or the accent's at the extremes. */
  private static Colour wall(Colour colour, Colour accent) {
    if (colour.lightness() > 0.72) {
      return accent.mixed(Colour.CREAM, 0.58);
    }
    return (colour.lightness() < 0.34 ? accent : colour).mixed(Colour.CREAM, 0.74);
  }
}
