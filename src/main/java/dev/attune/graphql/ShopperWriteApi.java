package dev.attune.graphql;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.events.EventContext;
import dev.attune.events.Identifier;
import dev.attune.events.Received;
import dev.attune.events.ShopEvent;
import dev.attune.events.Signal;
import dev.attune.graphql.input.ShopperInputs.ConsentInput;
import dev.attune.graphql.input.ShopperInputs.ConsentState;
import dev.attune.graphql.input.ShopperInputs.PreferencesInput;
import dev.attune.graphql.input.ShopperInputs.TraitsInput;
import dev.attune.graphql.input.StatedTaste;
import dev.attune.graphql.page.ShopperView;
import dev.attune.graphql.request.Pages;
import dev.attune.graphql.request.Senders;
import dev.attune.graphql.request.VisitorCookie;
import dev.attune.identity.request.CurrentAsker;
import dev.attune.ingest.Ingest;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.privacy.Consent;
import dev.attune.privacy.ConsentChoice;
import dev.attune.privacy.Consents;
import dev.attune.privacy.Terms;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What shoppers say about themselves: who they are, what they allow, what they like. */
@GraphQLApi
public class ShopperWriteApi {
  private final Pages pages;
  private final CurrentAsker asker;
  private final Ingest ingest;
  private final Consents consents;
  private final VisitorCookie cookie;
  private final ObjectMapper json;
  private final Clock clock;

  ShopperWriteApi(
      Pages pages,
      CurrentAsker asker,
      Ingest ingest,
      Consents consents,
      VisitorCookie cookie,
      ObjectMapper json,
      Clock clock) {
    this.pages = pages;
    this.asker = asker;
    this.ingest = ingest;
    this.consents = consents;
    this.cookie = cookie;
    this.json = json;
    this.clock = clock;
  }

  @Mutation
  @NonNull
  @Description(
      "Joins this visitor to the signed-in customer of the bearer token; nothing else can join"
          + " them.")
  public Uni<ShopperView> identify(@Nullable TraitsInput traits, Context operation) {
    Identifier customer = Senders.proven(asker.get());
    if (customer == null) {
      throw new AttuneException(
          ErrorCode.UNAUTHENTICATED,
          "Authorization",
          "identify needs the customer's own token: Authorization: Bearer <JWT>");
    }
    Identifier visitor = asker.get().visitor();
    Instant now = clock.instant();
    if (visitor != null) {
      cookie.recognize(visitor, customer, now);
    }
    ObjectNode body = json.createObjectNode().put("type", "identify");
    body.set("traits", json.valueToTree(traits));
    return write(new ShopEvent.Identified(), body, now, operation);
  }

  /** Not named as it is called: a method that begins with "set" would be taken for a setter. */
  @Mutation("setConsent")
  @NonNull
  public Uni<ShopperView> consent(@NonNull ConsentInput consent, Context operation) {
    ConsentChoice choice =
        new ConsentChoice(
            state(consent.personalization),
            state(consent.analytics),
            state(consent.marketingEmail));
    Identifier proven = Senders.proven(asker.get());
    Identifier subject = proven == null ? Senders.origin(asker.get()) : proven;
    return consents
        .set(subject, choice, clock.instant(), asker.get().objects())
        .flatMap(done -> pages.pageAfterWriting(operation))
        .map(ShopperView::new);
  }

  @Mutation
  @NonNull
  @Description(
      "The shopper says no: never recommend this (product, category or brand) to them again.")
  public Uni<ShopperView> notInterested(@NonNull @Id String subject, Context operation) {
    return state(Signal.Kind.REJECT, List.of(taste(subject)), operation);
  }

  @Mutation
  @NonNull
  public Uni<ShopperView> undoNotInterested(@NonNull @Id String subject, Context operation) {
    return state(Signal.Kind.ACCEPT, List.of(taste(subject)), operation);
  }

  @Mutation
  @NonNull
  @Description("Stated taste: categories, brands, sizes.")
  public Uni<ShopperView> savePreferences(
      @NonNull PreferencesInput preferences, Context operation) {
    return state(Signal.Kind.PREFER, StatedTaste.of(preferences), operation);
  }

  private Uni<ShopperView> state(Signal.Kind kind, List<String> subjects, Context operation) {
    List<Signal> statements =
        subjects.stream().map(subject -> new Signal(kind, subject, 1)).toList();
    ObjectNode body = json.createObjectNode().put("type", kind.name());
    subjects.forEach(body.putArray("subjects")::add);
    return write(new ShopEvent.TasteStated(statements), body, clock.instant(), operation);
  }

  private Uni<ShopperView> write(ShopEvent event, ObjectNode body, Instant now, Context operation) {
    Received received =
        new Received(
            UUID.randomUUID().toString(),
            Senders.origin(asker.get()),
            Senders.proven(asker.get()),
            now,
            now,
            asker.get().traffic(),
            event,
            EventContext.NONE,
            body.toString());
    return ingest
        .accept(List.of(received), Terms.of(asker.get()))
        .flatMap(receipt -> pages.pageAfterWriting(operation))
        .map(ShopperView::new);
  }

  private static String taste(String subject) {
    return GlobalId.parse(StatedTaste.checked("subject", subject))
        .filter(
            id ->
                id.type() == NodeType.PRODUCT
                    || id.type() == NodeType.CATEGORY
                    || id.type() == NodeType.BRAND)
        .map(GlobalId::toString)
        .orElseThrow(
            () ->
                new AttuneException(
                    ErrorCode.UNKNOWN_ID,
                    "subject",
                    "'" + subject + "' is no id of a product, category or brand"));
  }

  private static Consent.@Nullable State state(@Nullable ConsentState said) {
    return said == null ? null : Consent.State.valueOf(said.name());
  }
}
