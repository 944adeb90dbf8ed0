package dev.attune.http.shelf;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.catalog.shelf.Shelf.Outcome;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** The lines of one request, and what became of each. */
final class ShelfBatch<T> {
  /** More lines than this belong into a feed. */
  private static final int MOST = 50_000;

  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Function<JsonNode, T> reader;
  private final Map<Integer, T> accepted = new LinkedHashMap<>();
  private final Map<Integer, Rejection> rejected = new TreeMap<>();
  private int read;

  private ShelfBatch(Function<JsonNode, T> reader) {
    this.reader = reader;
  }

  /**
   * @param reader of one line; refuses it with an {@link AttuneException}
   * @throws AttuneException INVALID_JSON, or BODY_TOO_LARGE beyond 50,000 lines: nothing is taken
   */
  static <T> ShelfBatch<T> of(InputStream body, Function<JsonNode, T> reader) {
    ShelfBatch<T> batch = new ShelfBatch<>(reader);
    try (JsonParser parser = JSON.createParser(plain(body))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          batch.elements(parser);
        } else {
          batch.root(JSON.readTree(parser));
        }
      }
    } catch (JsonProcessingException broken) {
      throw new AttuneException(
          ErrorCode.INVALID_JSON,
          null,
          "The body is no JSON at line "
              + broken.getLocation().getLineNr()
              + ", column "
              + broken.getLocation().getColumnNr()
              + "; nothing has changed");
    } catch (IOException early) {
      throw new AttuneException(
          new Rejection(ErrorCode.TRUNCATED, null, "The body ends early; nothing has changed"),
          early);
    }
    return batch;
  }

  /** The body, unzipped where it is gzip. */
  private static InputStream plain(InputStream body) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(body, GZIP.length);
    byte[] begin = stream.readNBytes(GZIP.length);
    stream.unread(begin);
    return Arrays.equals(begin, GZIP) ? new GZIPInputStream(stream) : stream;
  }

  private void elements(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      line(JSON.readTree(parser));
    }
  }

  private void root(JsonNode node) {
    if (node.path("items").isArray()) {
      node.path("items").forEach(this::line);
    } else {
      line(node);
    }
  }

  private void line(JsonNode node) {
    if (++read > MOST) {
      throw new AttuneException(
          ErrorCode.BODY_TOO_LARGE,
          null,
          "A batch has at most 50000 lines; nothing has changed. Send more as a feed");
    }
    try {
      accepted.put(read, reader.apply(node));
    } catch (AttuneException refused) {
      rejected.put(read, refused.rejection());
    }
  }

  List<T> lines() {
    return new ArrayList<>(accepted.values());
  }

  /** The rejected lines, and a last one that counts all. */
  Response answer(Outcome outcome, Function<T, String> sku) {
    accepted.forEach(
        (number, line) -> {
          String named = sku.apply(line);
          if (outcome.unknown().contains(named)) {
            String message = "No variant has the sku '" + named + "'";
            rejected.put(number, new Rejection(ErrorCode.UNKNOWN_ID, "sku", message));
          }
        });
    StringBuilder answer = new StringBuilder();
    rejected.forEach((number, why) -> answer.append(rejection(number, why)).append('\n'));
    ObjectNode last =
        JSON.createObjectNode()
            .put("done", true)
            .put("read", read)
            .put("stored", outcome.stored())
            .put("unchanged", read - rejected.size() - outcome.stored())
            .put("rejected", rejected.size());
    return Response.ok(answer.append(last).append('\n').toString(), "application/x-ndjson").build();
  }

  private static ObjectNode rejection(int number, Rejection why) {
    ObjectNode line = JSON.createObjectNode().put("line", number);
    if (why.field() != null) {
      line.put("field", why.field());
    }
    return line.put("code", why.code().name()).put("message", why.message());
  }
}
