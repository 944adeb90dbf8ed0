package dev.attune.events.segment.person;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.events.Identifier;
import dev.attune.events.Identifier.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The other ids that an event names for its person: Segment's {@code context.externalIds}, and the
 * e-mail address of its traits, of which a hash is kept.
 */
public final class Aliases {
  private static final int MOST = 10;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private Aliases() {}

  /** Those that identify somebody; what is malformed or junk is passed over. */
  public static List<Identifier> read(JsonNode event) {
    Set<Identifier> found = new LinkedHashSet<>();
    JsonNode context = event.path("context");
    for (JsonNode traits : List.of(event.path("traits"), context.path("traits"))) {
      Identifier.email(traits.path("email").asText("")).ifPresent(found::add);
    }
    for (JsonNode external : context.path("externalIds")) {
      external(external).ifPresent(found::add);
    }
    return new ArrayList<>(found).subList(0, Math.min(MOST, found.size()));
  }

  private static Optional<Identifier> external(JsonNode external) {
    String kind = external.path("type").asText("").strip().toLowerCase(Locale.ROOT);
    String id = external.path("id").asText("").strip();
    return switch (kind) {
      case "email" -> Identifier.email(id);
      case "email_sha256", "sha256_email" -> {
        String hash = id.toLowerCase(Locale.ROOT);
        yield SHA256.matcher(hash).matches()
            ? Optional.of(new Identifier(Type.EMAIL, hash))
            : Optional.empty();
      }
      default -> Identifier.external(kind, id);
    };
  }
}
