package dev.attune.graphql;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.events.Identifier;
import dev.attune.events.Received;
import dev.attune.events.segment.Arrival;
import dev.attune.events.segment.Parsed;
import dev.attune.events.segment.Sender;
import dev.attune.graphql.input.EventInput;
import dev.attune.graphql.page.TrackPayload;
import dev.attune.graphql.page.TrackPayload.RejectedEvent;
import dev.attune.graphql.request.Senders;
import dev.attune.identity.Asker;
import dev.attune.identity.request.CurrentAsker;
import dev.attune.ingest.bad.BadEvent;
import dev.attune.ingest.bad.BadEvents;
import dev.attune.ingest.bad.SentBy;
import dev.attune.ingest.bad.SentReader;
import dev.attune.ingest.channel.EventChannel;
import dev.attune.ingest.channel.Sending;
import dev.attune.ingest.channel.Taken;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.privacy.Terms;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** First-party events from storefronts. */
@GraphQLApi
public class TrackApi {
  /** How far a client's clock may be off, its way to here included, without being corrected. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  private static final Rejection WITHHELD =
      new Rejection(ErrorCode.CONSENT_DENIED, null, "The shopper does not allow to keep this");

  private final CurrentAsker asker;
  private final EventChannel channel;
  private final BadEvents badEvents;
  private final SentReader reader;
  private final ObjectMapper json;
  private final Clock clock;

  TrackApi(
      CurrentAsker asker,
      EventChannel channel,
      BadEvents badEvents,
      SentReader reader,
      ObjectMapper json,
      Clock clock) {
    this.asker = asker;
    this.channel = channel;
    this.badEvents = badEvents;
    this.reader = reader;
    this.json = json;
    this.clock = clock;
  }

  @Mutation
  @NonNull
  @Description(
      "First-party events. Each one is accepted, a duplicate, or rejected with its reason; one bad"
          + " event never sinks a batch. Its effect is visible to this shopper's next query; where"
          + " events go over Kafka it follows within about a second, and duplicates and version are"
          + " null.")
  public Uni<TrackPayload> track(@NonNull List<@NonNull EventInput> events) {
    SentBy sentBy = sentBy(terms(events));
    List<Received> valid = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<RejectedEvent> rejected = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      ObjectNode event = json.valueToTree(events.get(i));
      Parsed parsed = reader.read(event, SentReader.STOREFRONT, sentBy);
      if (parsed instanceof Parsed.Valid one) {
        valid.add(one.event());
        places.add(i);
      } else if (parsed instanceof Parsed.Invalid one) {
        rejected.add(RejectedEvent.of(i, one.messageId(), one.rejection()));
        badEvents.keep(BadEvent.event(event, one, sentBy, SentReader.STOREFRONT));
      }
    }
    return valid.isEmpty()
        ? Uni.createFrom().item(new TrackPayload(0, 0, null, rejected))
        : channel
            .take(new Sending(valid, SentReader.STOREFRONT, sentBy, sentBy.terms()))
            .map(taken -> payload(taken, valid, places, rejected));
  }

  /** Those of the market that the request names, else of the first one that an event names. */
  private Terms terms(List<EventInput> events) {
    @Nullable String country =
        events.stream()
            .flatMap(event -> Stream.ofNullable(event.context))
            .flatMap(context -> Stream.ofNullable(context.country))
            .findFirst()
            .orElse(null);
    return Terms.of(asker.get().in(country));
  }

  /** The visitor of the request, and its customer where a token proves one. */
  private SentBy sentBy(Terms terms) {
    Asker who = asker.get();
    Identifier origin = Senders.origin(who);
    Sender sender = new Sender(false, Senders.proven(who), origin, who.traffic(), null);
    Arrival arrival =
        Arrival.live(clock.instant(), MissingNode.getInstance(), TOLERANCE).by("track");
    return new SentBy(sender, arrival, terms);
  }

  private static TrackPayload payload(
      Taken taken, List<Received> valid, List<Integer> places, List<RejectedEvent> rejected) {
    for (int index : taken.withheld()) {
      rejected.add(RejectedEvent.of(places.get(index), valid.get(index).messageId(), WITHHELD));
    }
    return new TrackPayload(taken.accepted(), taken.duplicates(), taken.versionText(), rejected);
  }
}
