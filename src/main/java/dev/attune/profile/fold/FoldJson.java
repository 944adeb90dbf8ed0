package dev.attune.profile.fold;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** A fold in words, for the person whose it is. */
public final class FoldJson {
  private FoldJson() {}

  /** Those sessions of a fold, empty when there is none. */
  public static Optional<String> write(String owner, Fold fold, Predicate<Session> theirs) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("owner", owner);
    ArrayNode sessions = json.putArray("sessions");
    fold.sessions().stream().filter(theirs).forEach(session -> sessions.add(session(session)));
    return sessions.isEmpty() ? Optional.empty() : Optional.of(json.toString());
  }

  private static ObjectNode session(Session session) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("start", Instant.ofEpochMilli(session.start()).toString())
            .put("end", Instant.ofEpochMilli(session.end()).toString())
            .put("events", session.events());
    session.proofs().forEach(json.putArray("proofs")::add);
    ArrayNode tallies = json.putArray("signals");
    session.tallies().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(Counted.MORE))
        .sorted(
            Comparator.comparing(
                entry -> entry.getKey().kindName() + " " + entry.getKey().subject()))
        .forEach(
            entry ->
                tallies
                    .addObject()
                    .put("kind", entry.getKey().kindName())
                    .put("subject", entry.getKey().subject())
                    .put("quantity", entry.getValue().quantity())
                    .put("last", Instant.ofEpochMilli(entry.getValue().last()).toString()));
    return json;
  }
}
