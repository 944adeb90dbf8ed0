package dev.attune.privacy;

import dev.attune.events.Identifier;
import dev.attune.events.segment.EventJson;
import dev.attune.platform.personal.ErasedMessages;
import dev.attune.platform.security.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/** The marks that erased people leave: they are recognized, and nobody can read who it was. */
@ApplicationScoped
public class Tombstones {
  private static final String CLAIMED = new Identifier(Identifier.Type.CLAIMED, "").key();
  private static final String CUSTOMER = Identifier.customer("").key();

  private final SigningKeys keys;

  Tombstones(SigningKeys keys) {
    this.keys = keys;
  }

  /**
   * The marks of an event that was refused: its message id and what it says, under each of the
   * persons whom it names, or under nobody.
   *
   * @param persons keys of identifiers
   * @param body as it is kept
   */
  public List<byte[]> ofRefused(
      Collection<String> persons, @Nullable String messageId, @Nullable String body) {
    Set<String> traces = body == null ? Set.of() : EventJson.traces(body);
    List<byte[]> marks = new ArrayList<>();
    for (String person : persons.isEmpty() ? List.of("") : persons) {
      if (messageId != null) {
        marks.add(hash(ErasedMessages.name(person, messageId)));
      }
      for (String trace : traces) {
        marks.add(hash(ErasedMessages.name(person, trace)));
      }
    }
    return marks;
  }

  /**
   * Under whom a message of theirs is looked for that may have been erased: what was erased of a
   * customer does not come back by who only claims to be them.
   *
   * @param keys of identifiers
   */
  public static Set<String> senders(Collection<String> keys) {
    Set<String> senders = new LinkedHashSet<>(keys);
    for (String key : keys) {
      if (key.startsWith(CLAIMED)) {
        senders.add(CUSTOMER + key.substring(CLAIMED.length()));
      }
    }
    return senders;
  }

  /** HMAC-SHA-256 of an identifier's key, 32 bytes. */
  public byte[] hash(String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(keys.tombstoneKey());
      return mac.doFinal(key.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
    }
  }
}
