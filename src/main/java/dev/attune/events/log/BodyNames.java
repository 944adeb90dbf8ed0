package dev.attune.events.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom an event's body may name, as hashes to look for: what stands in the fields that are read as
 * ids, e-mail addresses in small letters wherever they stand, and what looks like the hash of one.
 * Most bodies name nobody but who sent them.
 */
public final class BodyNames {
  /** A body that names more is one that has to be read. */
  private static final int MOST = 50;

  private static final JsonFactory JSON = new JsonFactory();

  /** The fields that hold a customer's id by what shops usually call them. */
  public static final Set<String> CUSTOMER_FIELDS =
      Set.of(
          "userId",
          "previousId",
          "user_id",
          "customer_id",
          "customerId",
          "account_id",
          "accountId",
          "member_id",
          "memberId",
          "referrer_id",
          "referrerId",
          "referred_by",
          "referredBy",
          "recipient_id",
          "recipientId");

  /** The fields that hold a visitor's id. */
  public static final Set<String> VISITOR_FIELDS = Set.of("anonymousId", "previousId");

  private static final Pattern ADDRESS =
      Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\\p{L}\\p{N}.-]+[\\p{L}\\p{N}]");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final Set<Long> names = new TreeSet<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Set<String> own;

  /** An object that is being read: with a type its id is one of the shop's own kind. */
  private static final class Open {
    private @Nullable String id;
    private boolean typed;
  }

  private BodyNames(Set<String> own) {
    this.own = own;
  }

  /**
   * Reads a body.
   *
   * @param own the ids of who sent it, which are left out
   * @return null where it cannot be told
   */
  public static @Nullable List<Long> in(String body, Set<String> own) {
    BodyNames found = new BodyNames(own);
    try (JsonParser json = JSON.createParser(body)) {
      found.read(json);
    } catch (IOException unreadable) {
      return null;
    }
    return found.names.size() > MOST ? null : List.copyOf(found.names);
  }

  /** What a name is looked for by. */
  public static long hash(String name) {
    return KeyHash.of(name);
  }

  private void read(JsonParser json) throws IOException {
    String field = "";
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        open.push(new Open());
      } else if (token == JsonToken.END_OBJECT) {
        close(open.pop());
      } else if (token == JsonToken.FIELD_NAME) {
        field = json.currentName();
        address(field);
      } else if (token.isScalarValue()) {
        value(field, json.getText());
      }
    }
  }

  private void value(String field, String text) {
    @Nullable Open around = open.peek();
    if (isId(field) && !own.contains(text)) {
      names.add(hash(text));
    } else if (around != null && field.equals("id")) {
      around.id = text;
    } else if (around != null && field.equals("type")) {
      around.typed = true;
    }
    address(text);
  }

  private static boolean isId(String field) {
    return CUSTOMER_FIELDS.contains(field) || VISITOR_FIELDS.contains(field);
  }

  private void address(String text) {
    if (text.indexOf('@') >= 0) {
      ADDRESS
          .matcher(text)
          .results()
          .forEach(address -> names.add(hash(address.group().toLowerCase(Locale.ROOT))));
    } else if (text.length() == 64 && SHA256.matcher(text).matches()) {
      names.add(hash(text));
    }
  }

  private void close(Open object) {
    if (object.typed && object.id != null) {
      names.add(hash(object.id));
    }
  }
}
