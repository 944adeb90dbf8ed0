package dev.attune.merchandising;

import dev.attune.merchandising.content.Aim;
import java.util.List;
import java.util.Locale;

/**
 * Queries that lead to a page instead of to a list.
 *
 * @param queries whole queries; case and white space do not matter
 * @param link a path of the storefront: {@code /c/<category>}, {@code /p/<product>}, or any other
 * @param priority 0 to 100: of two for the same query the higher one leads
 * @param version counts its writes, for optimistic locking
 */
public record Redirect(
    String id, List<String> queries, String link, Aim aim, int priority, int version)
    implements Kind.Draftable {
  /** What priority a redirect has of which nobody said one. */
  public static final int PRIORITY = 50;

  public Redirect {
    if (priority < 0 || priority > 100) {
      throw new IllegalArgumentException("A redirect's priority is 0 to 100");
    }
    queries = List.copyOf(queries);
    if (id.isBlank() || queries.isEmpty() || link.isBlank()) {
      throw new IllegalArgumentException("A redirect needs an id, a query and a link");
    }
  }

  /** Whether this query leads there. */
  public boolean answers(String query) {
    String asked = key(query);
    return queries.stream().anyMatch(own -> key(own).equals(asked));
  }

  private static String key(String query) {
    return query.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
