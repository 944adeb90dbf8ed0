package dev.attune.identity.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognizes crawlers and monitors by the user agents that they themselves declare. */
@ApplicationScoped
public class Bots {
  private static final String LIST = "/dev/attune/identity/request/bots.txt";

  private final Pattern pattern = Pattern.compile(joined(lines()), Pattern.CASE_INSENSITIVE);

  /** Whether this is a bot's user agent; without one nothing is known, so it is none. */
  public boolean match(@Nullable String userAgent) {
    return userAgent != null && pattern.matcher(userAgent).find();
  }

  private static String joined(List<String> patterns) {
    return String.join("|", patterns);
  }

  private static List<String> lines() {
    try (InputStream list = Bots.class.getResourceAsStream(LIST)) {
      String text =
          new String(Objects.requireNonNull(list, LIST).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Could not read " + LIST, unreadable);
    }
  }
}
