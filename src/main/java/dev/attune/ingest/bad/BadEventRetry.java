package dev.attune.ingest.bad;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.events.Received;
import dev.attune.events.segment.EventJson;
import dev.attune.events.segment.Parsed;
import dev.attune.ingest.Ingest;
import dev.attune.platform.audit.Audit;
import dev.attune.platform.audit.AuditEntry;
import dev.attune.platform.error.Rejection;
import dev.attune.privacy.Terms;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tries bad events again, after whoever sends them, or the gateway, was mended. They come in as
 * they would have come in then: with the proof and at the time of their first arrival.
 */
@ApplicationScoped
public class BadEventRetry {
  /** Events that are tried in one transaction. */
  private static final int AT_ONCE = 500;

  private final PgBadEvents table;
  private final BadEventQueue queue;
  private final Ingest ingest;
  private final Audit audit;
  private final Clock clock;
  private final SentReader reader;

  /**
   * What came of it.
   *
   * @param accepted events that are in now, among them those that had come in another way meanwhile
   * @param withheld events that their persons no longer allow to keep; they are gone
   * @param refused events that are still bad, with the reason that they have now
   */
  public record Retried(int tried, int accepted, int withheld, int refused) {
    Retried plus(Retried other) {
      return new Retried(
          tried + other.tried,
          accepted + other.accepted,
          withheld + other.withheld,
          refused + other.refused);
    }
  }

  BadEventRetry(
      PgBadEvents table,
      BadEventQueue queue,
      Ingest ingest,
      Audit audit,
      Clock clock,
      SentReader reader) {
    this.table = table;
    this.queue = queue;
    this.ingest = ingest;
    this.audit = audit;
    this.clock = clock;
    this.reader = reader;
  }

  /**
   * Tries these, or all of a code, or all of both; noted in the audit log.
   *
   * @param who asks for it
   */
  public Uni<Retried> retry(@Nullable List<Long> ids, @Nullable String code, String who) {
    Long @Nullable [] wanted = ids == null ? null : ids.toArray(Long[]::new);
    return queue
        .settled()
        .chain(() -> after(0, wanted, code, new Retried(0, 0, 0, 0)))
        .call(retried -> audit.record(entry(retried, code, who)));
  }

  private Uni<Retried> after(long id, Long @Nullable [] ids, @Nullable String code, Retried soFar) {
    return table
        .retriable(ids, code, id, AT_ONCE)
        .chain(
            events ->
                events.isEmpty()
                    ? Uni.createFrom().item(soFar)
                    : again(events)
                        .chain(
                            retried ->
                                after(
                                    events.get(events.size() - 1).id(),
                                    ids,
                                    code,
                                    soFar.plus(retried))));
  }

  private Uni<Retried> again(List<KeptBadEvent> events) {
    List<Long> mended = new ArrayList<>();
    List<KeptBadEvent> stillBad = new ArrayList<>();
    Map<Terms, List<Received>> again = new LinkedHashMap<>();
    for (KeptBadEvent event : events) {
      @Nullable SentBy sentBy = sentBy(event);
      if (sentBy == null) {
        continue;
      }
      Parsed parsed = parsed(event, sentBy);
      if (parsed instanceof Parsed.Valid valid) {
        mended.add(event.id());
        again.computeIfAbsent(sentBy.terms(), any -> new ArrayList<>()).add(valid.event());
      } else if (parsed instanceof Parsed.Invalid invalid) {
        stillBad.add(with(event, invalid.rejection()));
      }
    }
    return accepted(again)
        .call(() -> table.delete(mended))
        .call(() -> table.stillBad(stillBad))
        .map(
            withheld ->
                new Retried(
                    events.size(),
                    mended.size() - withheld,
                    withheld,
                    events.size() - mended.size()));
  }

  /** Null for what a later version kept in a way that this one cannot read: it stays as it is. */
  private static @Nullable SentBy sentBy(KeptBadEvent event) {
    try {
      return SentBy.of(json(event.sentJson()), event.receivedAt());
    } catch (IllegalArgumentException later) {
      return null;
    }
  }

  /** Each on the terms of its own request; how many of them were withheld. */
  private Uni<Integer> accepted(Map<Terms, List<Received>> events) {
    Uni<Integer> withheld = Uni.createFrom().item(0);
    for (Map.Entry<Terms, List<Received>> some : events.entrySet()) {
      withheld =
          withheld.chain(
              sum ->
                  ingest
                      .accept(some.getValue(), some.getKey())
                      .map(receipt -> sum + receipt.withheld().size()));
    }
    return withheld;
  }

  private Parsed parsed(KeptBadEvent event, SentBy sentBy) {
    JsonNode body = json(Objects.requireNonNull(event.body()));
    return reader.read(body, event.call(), sentBy);
  }

  private static KeptBadEvent with(KeptBadEvent event, Rejection reason) {
    return new KeptBadEvent(
        event.id(),
        event.receivedAt(),
        event.source(),
        event.call(),
        reason.code().name(),
        reason.field(),
        reason.message(),
        event.messageId(),
        event.body(),
        event.whole(),
        event.sentJson(),
        event.retries() + 1);
  }

  private AuditEntry entry(Retried retried, @Nullable String code, String who) {
    JsonObject after =
        new JsonObject()
            .put("code", code)
            .put("tried", retried.tried())
            .put("accepted", retried.accepted())
            .put("refused", retried.refused());
    return new AuditEntry(
        who, "events.retried", "bad events", clock.instant(), null, after.encode());
  }

  private static JsonNode json(String text) {
    try {
      return EventJson.read(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("What was kept as JSON is JSON", impossible);
    }
  }
}
