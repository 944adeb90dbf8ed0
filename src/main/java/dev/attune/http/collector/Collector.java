package dev.attune.http.collector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.events.segment.Arrival;
import dev.attune.events.segment.SegmentReader;
import dev.attune.events.segment.Sender;
import dev.attune.http.ErrorBody;
import dev.attune.identity.Asker;
import dev.attune.identity.JunkIdentifiers;
import dev.attune.identity.request.Askers;
import dev.attune.identity.request.Bots;
import dev.attune.identity.request.RequestHeaders;
import dev.attune.ingest.Ingest;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.privacy.Terms;
import io.quarkus.logging.Log;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code POST /v1/{track,identify,page,screen,group,alias,batch}}: takes events with either key, a
 * customer's token, or {@code writeKey} in the body, in every content type that clients use. Runs
 * on the event loop and answers when the events are durable.
 */
@ApplicationScoped
class Collector {
  private static final List<String> CALLS =
      List.of("track", "identify", "page", "screen", "group", "alias", "batch");

  private final CollectorSettings settings;
  private final Senders senders;
  private final Askers askers;
  private final Ingest ingest;
  private final Clock clock;
  private final ObjectMapper mapper;
  private final SegmentReader reader;
  private final AtomicInteger inFlight = new AtomicInteger();

  Collector(
      CollectorSettings settings,
      Senders senders,
      Askers askers,
      Ingest ingest,
      Clock clock,
      ObjectMapper mapper,
      Bots bots,
      JunkIdentifiers junk) {
    this.settings = settings;
    this.senders = senders;
    this.askers = askers;
    this.ingest = ingest;
    this.clock = clock;
    this.mapper = mapper;
    this.reader = new SegmentReader(bots::match, junk::seen);
  }

  void register(@Observes Router router) {
    for (String call : CALLS) {
      router.post("/v1/" + call).handler(request -> take(request, call));
    }
  }

  private void take(RoutingContext request, String call) {
    if (inFlight.incrementAndGet() > settings.inFlight()) {
      inFlight.decrementAndGet();
      busy(request, 429);
      return;
    }
    int limit = (int) (call.equals("batch") ? settings.batch() : settings.event()).asLongValue();
    BoundedBody.read(request.request(), limit)
        .chain(body -> stored(request, call, BoundedBody.text(body, limit)))
        .onTermination()
        .invoke(inFlight::decrementAndGet)
        .subscribe()
        .with(answer -> succeed(request, answer), failure -> fail(request, failure));
  }

  private Uni<CollectorAnswer> stored(RoutingContext request, String call, String text) {
    SecurityIdentity identity = ((QuarkusHttpUser) request.user()).getSecurityIdentity();
    Asker asker = askers.read(RequestHeaders.of(request), identity);
    ObjectNode body = EventBatch.json(text);
    Sender sender =
        senders.sender(identity, asker, body, request.request().getHeader("User-Agent"));
    Arrival arrival = Arrival.live(clock.instant(), body.path("sentAt"), settings.clockTolerance());
    EventBatch batch = EventBatch.of(body, call, reader, sender, arrival);
    return batch.valid().isEmpty()
        ? Uni.createFrom().item(batch.answer())
        : ingest.accept(batch.valid(), Terms.of(asker)).map(batch::answer);
  }

  private void succeed(RoutingContext request, CollectorAnswer answer) {
    if (request.response().ended() || request.response().closed()) {
      return;
    }
    try {
      request
          .response()
          .putHeader("Content-Type", "application/json")
          .end(mapper.writeValueAsString(answer));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("An answer can be written as JSON", impossible);
    }
  }

  private static void fail(RoutingContext request, Throwable failure) {
    if (request.response().ended() || request.response().closed()) {
      return;
    }
    if (failure instanceof AttuneException refused) {
      ErrorBody body =
          refused.code() == ErrorCode.UNAUTHENTICATED
              ? ErrorBody.UNAUTHENTICATED
              : ErrorBody.of(refused.rejection());
      body.end(request, body.status());
    } else {
      Log.error("Events could not be stored; the client was told to send them again", failure);
      busy(request, 503);
    }
  }

  private static void busy(RoutingContext request, int status) {
    request.response().putHeader("Retry-After", "1");
    new ErrorBody(ErrorCode.UNAVAILABLE, null, "Send this again in a moment").end(request, status);
  }
}
