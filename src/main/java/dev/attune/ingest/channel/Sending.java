package dev.attune.ingest.channel;

import dev.attune.events.Received;
import dev.attune.ingest.bad.SentBy;
import dev.attune.privacy.Terms;
import java.util.List;

/**
 * The valid events of one request.
 *
 * @param call by which they came, as {@link dev.attune.ingest.bad.SentReader} knows it
 * @param sentBy all that is needed to read them again elsewhere
 */
public record Sending(List<Received> events, String call, SentBy sentBy, Terms terms) {
  public Sending {
    events = List.copyOf(events);
  }
}
