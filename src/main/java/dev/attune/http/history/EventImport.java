package dev.attune.http.history;

import dev.attune.events.segment.Arrival;
import dev.attune.events.segment.SegmentReader;
import dev.attune.http.ErrorBody;
import dev.attune.identity.JunkIdentifiers;
import dev.attune.identity.request.Bots;
import dev.attune.identity.request.VisitorTokens;
import dev.attune.ingest.HistoryImported;
import dev.attune.ingest.Ingest;
import dev.attune.ingest.bad.BadEvents;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.money.ShopCurrency;
import dev.attune.platform.security.KeyKind;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;

/**
 * {@code POST /v1/events/import}: newline-delimited JSON, gzip allowed, of any size, with the times
 * as they are written. More at a time than the settings allow are told to come again with 429.
 */
@Path("/v1/events/import")
public class EventImport {
  private static final int BUFFER = 64 * 1024;

  /** A history of a million events takes minutes. */
  private static final int RETRY_AFTER_SECONDS = 10;

  private final Ingest ingest;
  private final Clock clock;
  private final HistorySettings settings;
  private final Event<HistoryImported> imported;
  private final BadEvents badEvents;
  private final SegmentReader reader;
  private final Semaphore places;

  EventImport(
      Ingest ingest,
      Clock clock,
      HistorySettings settings,
      Event<HistoryImported> imported,
      BadEvents badEvents,
      Bots bots,
      JunkIdentifiers junk,
      VisitorTokens tokens,
      ShopCurrency currency) {
    this.ingest = ingest;
    this.clock = clock;
    this.settings = settings;
    this.imported = imported;
    this.badEvents = badEvents;
    this.places = new Semaphore(settings.imports());
    this.reader = new SegmentReader(bots::match, junk::seen, tokens::visitor, currency.get());
  }

  @POST
  @Blocking
  @RolesAllowed(KeyKind.SECRET_ROLE)
  @Consumes(MediaType.WILDCARD)
  @Produces("application/x-ndjson")
  public StreamingOutput take(InputStream body) {
    return answer -> {
      if (!places.tryAcquire()) {
        throw new WebApplicationException(busy());
      }
      try {
        run(body, answer);
      } finally {
        places.release();
      }
    };
  }

  private void run(InputStream body, OutputStream answer) throws IOException {
    ImportReport report = new ImportReport(answer);
    Arrival arrival = Arrival.history(clock.instant());
    HistoryImport history = new HistoryImport(ingest, badEvents, reader, arrival, settings, report);
    history.run(new Unzipped(body));
    HistoryImported event = new HistoryImported(report.stored());
    imported.fire(event);
    imported.fireAsync(event);
  }

  private static Response busy() {
    return Response.status(429)
        .header("Retry-After", RETRY_AFTER_SECONDS)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(new ErrorBody(ErrorCode.OVERLOADED, null, "Other imports run; send this later"))
        .build();
  }

  /** A stream that is unzipped where it begins as gzip does; opened with its first read. */
  private static final class Unzipped extends InputStream {
    private final InputStream sent;
    private boolean opened;
    private InputStream plain;

    Unzipped(InputStream sent) {
      this.sent = sent;
      this.plain = sent;
    }

    @Override
    public int read() throws IOException {
      return open().read();
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      return open().read(bytes, from, count);
    }

    private InputStream open() throws IOException {
      if (!opened) {
        opened = true;
        PushbackInputStream start = new PushbackInputStream(sent, 2);
        byte[] magic = start.readNBytes(2);
        start.unread(magic);
        boolean zipped = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
        plain = zipped ? new GZIPInputStream(start, BUFFER) : start;
      }
      return plain;
    }
  }
}
