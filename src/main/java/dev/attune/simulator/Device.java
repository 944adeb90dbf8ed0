package dev.attune.simulator;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A browser with its anonymous id.
 *
 * @param kind {@code desktop}, {@code mobile} or {@code bot}
 * @param shared whether several people use it
 * @param signsIn whether anybody ever signs in on it
 */
record Device(String anonymousId, String kind, String userAgent, boolean shared, boolean signsIn) {
  private static final List<String> DESKTOPS =
      List.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/131.0.0.0 Safari/537.36",
          "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:133.0) Gecko/20100101 Firefox/133.0",
          "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0");
  private static final List<String> MOBILES =
      List.of(
          "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15"
              + " (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
          "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/131.0.0.0 Mobile Safari/537.36");
  private static final List<String> BOTS =
      List.of(
          "Mozilla/5.0 (compatible; Lanternbot/2.1; +https://lanternbot.example/about)",
          "PriceHerringSpider/1.4 (+https://herring.example)",
          "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0.0.0");

  static Device drawn(SplittableRandom random, boolean shared, boolean signsIn) {
    boolean mobile = random.nextDouble() < 0.58;
    String agent = Shelf.any(mobile ? MOBILES : DESKTOPS, random);
    return new Device(uuid(random), mobile ? "mobile" : "desktop", agent, shared, signsIn);
  }

  static Device bot(SplittableRandom random) {
    return new Device(uuid(random), "bot", Shelf.any(BOTS, random), false, false);
  }

  Device asShared() {
    return new Device(anonymousId, kind, userAgent, true, signsIn);
  }

  /** The envelope's {@code context}, to be added to. */
  Map<String, Object> context(String path) {
    Map<String, Object> context = new TreeMap<>();
    context.put("page", Map.of("url", "https://shop.example" + path));
    context.put("locale", "en-US");
    context.put("device", Map.of("type", kind));
    context.put("userAgent", userAgent);
    return context;
  }

  private static String uuid(SplittableRandom random) {
    long high = random.nextLong() & 0xffffffffffff0fffL | 0x4000L;
    long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }
}
