package dev.attune.http.collector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.events.segment.Arrival;
import dev.attune.events.segment.SegmentReader;
import dev.attune.events.segment.Sender;
import dev.attune.http.ErrorBody;
import dev.attune.http.Origins;
import dev.attune.identity.Asker;
import dev.attune.identity.JunkIdentifiers;
import dev.attune.identity.request.Askers;
import dev.attune.identity.request.Bots;
import dev.attune.identity.request.RequestHeaders;
import dev.attune.identity.request.VisitorTokens;
import dev.attune.ingest.bad.BadEvent;
import dev.attune.ingest.bad.BadEvents;
import dev.attune.ingest.bad.SentBy;
import dev.attune.ingest.channel.EventChannel;
import dev.attune.ingest.channel.Sending;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.money.ShopCurrency;
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
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/{track,identify,page,screen,group,alias,batch}}, by their first letters as well,
 * as analytics.js posts: takes events with either key, a customer's token, or {@code writeKey} in
 * the body, in every content type that clients use. Runs on the event loop and answers when the
 * events are durable.
 */
@ApplicationScoped
class Collector {
  private static final List<String> CALLS =
      List.of("track", "identify", "page", "screen", "group", "alias", "batch");

  private final CollectorSettings settings;
  private final Senders senders;
  private final Askers askers;
  private final EventChannel channel;
  private final Clock clock;
  private final ObjectMapper mapper;
  private final SegmentReader reader;
  private final BadEvents badEvents;
  private final Origins origins;
  private final AtomicInteger inFlight = new AtomicInteger();

  Collector(
      CollectorSettings settings,
      Senders senders,
      Askers askers,
      EventChannel channel,
      Clock clock,
      ObjectMapper mapper,
      Bots bots,
      BadEvents badEvents,
      JunkIdentifiers junk,
      VisitorTokens tokens,
      ShopCurrency currency) {
    this.settings = settings;
    this.senders = senders;
    this.askers = askers;
    this.channel = channel;
    this.clock = clock;
    this.mapper = mapper;
    this.reader = new SegmentReader(bots::match, junk::seen, tokens::visitor, currency.get());
    this.badEvents = badEvents;
    this.origins = new Origins(settings.origins().orElse(List.of()), "Retry-After");
  }

  void register(@Observes Router router) {
    for (String call : CALLS) {
      for (String name : List.of(call, call.substring(0, 1))) {
        origins.on(router, "/v1/" + name);
        router.post("/v1/" + name).handler(request -> take(request, call));
      }
    }
  }

  private void take(RoutingContext request, String call) {
    if (inFlight.incrementAndGet() > settings.inFlight()) {
      inFlight.decrementAndGet();
      busy(request, 429);
      return;
    }
    int limit = (int) (call.equals("batch") ? settings.batch() : settings.event()).asLongValue();
    BoundedBody.read(request.request(), limit, settings.patience())
        .chain(body -> stored(request, call, BoundedBody.text(body, limit)))
        .onTermination()
        .invoke(inFlight::decrementAndGet)
        .subscribe()
        .with(answer -> succeed(request, answer), failure -> fail(request, failure));
  }

  private Uni<CollectorAnswer> stored(RoutingContext request, String call, String text) {
    SecurityIdentity identity = ((QuarkusHttpUser) request.user()).getSecurityIdentity();
    Asker asker = askers.read(RequestHeaders.of(request), identity);
    @Nullable String agent = request.request().getHeader("User-Agent");
    ObjectNode body = json(text, identity, new Envelope(asker, agent, call));
    Sender sender = senders.sender(identity, asker, body, agent);
    Arrival arrival =
        Arrival.live(clock.instant(), body.path("sentAt"), settings.clockTolerance())
            .by(Senders.way(sender));
    SentBy sentBy = new SentBy(sender, arrival, Terms.of(asker));
    EventBatch batch = batch(body, call, sentBy);
    batch.bad().forEach(badEvents::keep);
    return batch.valid().isEmpty()
        ? Uni.createFrom().item(batch.answer())
        : channel.take(new Sending(batch.valid(), call, sentBy, sentBy.terms())).map(batch::answer);
  }

  /** Who sent a body, as far as that is known without reading it. */
  private record Envelope(Asker asker, @Nullable String userAgent, String call) {}

  /** The body as JSON; one that is none is kept, where a key or token came with its headers. */
  private ObjectNode json(String text, SecurityIdentity identity, Envelope envelope) {
    try {
      return EventBatch.json(text);
    } catch (AttuneException refused) {
      if (!identity.isAnonymous()) {
        Sender sender =
            senders.sender(
                identity,
                envelope.asker(),
                JsonNodeFactory.instance.objectNode(),
                envelope.userAgent());
        Arrival arrival =
            Arrival.live(clock.instant(), MissingNode.getInstance(), settings.clockTolerance())
                .by(Senders.way(sender));
        SentBy sentBy = new SentBy(sender, arrival, Terms.of(envelope.asker()));
        badEvents.keep(BadEvent.body(text, refused.rejection(), sentBy, envelope.call()));
      }
      throw refused;
    }
  }

  private EventBatch batch(ObjectNode body, String call, SentBy sentBy) {
    try {
      return EventBatch.of(body, call, reader, sentBy);
    } catch (AttuneException refused) {
      body.remove("writeKey");
      badEvents.keep(BadEvent.body(body.toString(), refused.rejection(), sentBy, call));
      throw refused;
    }
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
      if (refused.code() == ErrorCode.OVERLOADED) {
        busy(request, 429);
        return;
      }
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
    ErrorCode code = status == 429 ? ErrorCode.OVERLOADED : ErrorCode.UNAVAILABLE;
    new ErrorBody(code, null, "Send this again in a moment").end(request, status);
  }
}
