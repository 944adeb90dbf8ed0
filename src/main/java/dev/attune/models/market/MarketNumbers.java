package dev.attune.models.market;

import dev.attune.events.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers for the countries that events were in, from 1; 0 is none in particular. */
public final class MarketNumbers {
  /** What a byte holds; there are fewer countries. */
  private static final int MOST = 255;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>(List.of(""));

  /** That of what an event signals. */
  public int of(List<Signal> signals) {
    for (Signal signal : signals) {
      if (signal.kind() == Signal.Kind.MARKET) {
        return of(signal.subject());
      }
    }
    return 0;
  }

  /** That of a country; 0 for what is one too many. */
  public int of(String country) {
    if (country.isEmpty()) {
      return 0;
    }
    @Nullable Integer known = numbers.get(country);
    if (known != null) {
      return known;
    }
    if (names.size() > MOST) {
      return 0;
    }
    numbers.put(country, names.size());
    names.add(country);
    return names.size() - 1;
  }

  /** The countries by their numbers; nothing stands for 0. */
  public List<String> names() {
    return List.copyOf(names);
  }
}
