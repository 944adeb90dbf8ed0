package dev.attune.privacy;

import dev.attune.events.segment.EventJson;
import dev.attune.platform.personal.ErasedMessages;
import dev.attune.platform.security.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/** The marks that erased people leave: they are recognized, and nobody can read who it was. */
@ApplicationScoped
public class Tombstones {
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
    @Nullable String trace = body == null ? null : EventJson.trace(body);
    List<byte[]> marks = new ArrayList<>();
    for (String person : persons.isEmpty() ? List.of("") : persons) {
      if (messageId != null) {
        marks.add(hash(ErasedMessages.name(person, messageId)));
      }
      if (trace != null) {
        marks.add(hash(ErasedMessages.name(person, trace)));
      }
    }
    return marks;
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
