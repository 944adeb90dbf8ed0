package dev.attune.ingest;

import dev.attune.events.Delivery;
import dev.attune.events.EventType;
import dev.attune.events.Identifier;
import dev.attune.events.Received;
import dev.attune.events.Signal;
import dev.attune.events.Traffic;
import dev.attune.events.log.BodyNames;
import dev.attune.privacy.Tombstones;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One event as the log keeps it: its keys as texts that PostgreSQL takes, its time in milliseconds,
 * and its signals, so that the fold made now and the one made again from the log are the same.
 *
 * @param delivery how it came in
 * @param claims what it proves to be the customer's, where there is one
 * @param preferences consent by the names that the client has for its purposes
 * @param evidence what proved the customer, where there is one
 * @param names whom its body may name beside who sent it; null where it cannot be told and no
 *     customer sent it
 */
record Entry(
    Key key,
    @Nullable String customer,
    EventType type,
    Instant happenedAt,
    Instant receivedAt,
    Traffic traffic,
    List<Signal> signals,
    @Nullable String decisionId,
    @Nullable Integer position,
    Delivery delivery,
    String body,
    List<Claim> claims,
    Map<String, Boolean> preferences,
    String evidence,
    @Nullable List<Long> names) {
  private static final int LONGEST_SUBJECT = 200;

  /** The key of the log. */
  record Key(String origin, String messageId) {}

  /**
   * An identifier that is proven to be the customer's.
   *
   * @param kind of which a shopper has at most five
   */
  record Claim(String identifier, String kind) {}

  /** Whose consent decides: the origin, and the customer where one was proven. */
  record Person(String origin, @Nullable String customer) {
    /** Whose fold it counts in. */
    String owner() {
      return customer == null ? origin : customer;
    }

    /** Under whom its message may have been erased. */
    Set<String> senders() {
      return Tombstones.senders(customer == null ? List.of(origin) : List.of(origin, customer));
    }
  }

  static Entry of(Received received, String evidence) {
    Identifier customer = received.customer();
    String decisionId = received.context().decisionId();
    String body = clean(received.body());
    return new Entry(
        new Key(clean(received.origin().key()), clean(received.messageId())),
        customer == null ? null : clean(customer.key()),
        received.event().type(),
        received.happenedAt().truncatedTo(ChronoUnit.MILLIS),
        received.receivedAt().truncatedTo(ChronoUnit.MILLIS),
        received.traffic(),
        received.signals().map(Entry::clean).toList(),
        decisionId == null ? null : clean(decisionId),
        received.context().position(),
        received.context().delivery(),
        body,
        customer == null ? List.of() : claims(received),
        received.said().preferences(),
        clean(evidence),
        names(received, body));
  }

  private static @Nullable List<Long> names(Received received, String body) {
    Identifier customer = received.customer();
    if (customer == null) {
      return BodyNames.in(body, Set.of(received.origin().value()));
    }
    Set<String> own = new HashSet<>(Set.of(customer.value()));
    own.add(received.origin().value());
    @Nullable List<Long> names = BodyNames.in(body, own);
    return names == null ? List.of() : names;
  }

  private static List<Claim> claims(Received received) {
    List<Claim> claims = new ArrayList<>();
    if (received.origin().type() == Identifier.Type.VISITOR) {
      String kind = "APP".equals(received.context().device()) ? "app" : "web";
      claims.add(new Claim(clean(received.origin().key()), kind));
    }
    for (Identifier alias : received.said().aliases()) {
      claims.add(new Claim(clean(alias.key()), alias.kind()));
    }
    return claims;
  }

  Person person() {
    return new Person(key.origin, customer);
  }

  /** Whose fold it counts in. */
  String owner() {
    return person().owner();
  }

  /** It may say what its person allows. */
  boolean saysOfConsent() {
    return !preferences.isEmpty() || type == EventType.EMAIL_UNSUBSCRIBED;
  }

  boolean folded(boolean personalize) {
    return personalize && traffic != Traffic.BOT;
  }

  private static Signal clean(Signal signal) {
    return new Signal(signal.kind(), clean(cut(signal.subject())), signal.quantity());
  }

  /** At most so long; what began with blanks is not cut down to them. */
  private static String cut(String subject) {
    String text = subject.length() <= LONGEST_SUBJECT ? subject : subject.strip();
    return text.length() <= LONGEST_SUBJECT ? text : text.substring(0, LONGEST_SUBJECT);
  }

  /** The text as it comes back out of PostgreSQL, which has no NUL and no halves of characters. */
  private static String clean(String text) {
    for (int i = 0, length = text.length(); i < length; i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.replace('\0', '\uFFFD');
      }
    }
    return text;
  }
}
