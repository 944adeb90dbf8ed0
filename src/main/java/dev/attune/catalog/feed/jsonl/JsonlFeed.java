package dev.attune.catalog.feed.jsonl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.attune.catalog.feed.Feed;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.text.PhysicalLines;
import dev.attune.catalog.feed.text.PhysicalLines.Line;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON Lines, one product a line; each variant is a row of the feed. */
public final class JsonlFeed implements Feed {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build()
          .readerFor(JsonNode.class);

  private final PhysicalLines lines;
  private final Currency currency;
  private final Deque<FeedRow> ready = new ArrayDeque<>();

  private JsonlFeed(PhysicalLines lines, Currency currency) {
    this.lines = lines;
    this.currency = currency;
  }

  /**
   * A feed without a header.
   *
   * @param currency of amounts that name none
   */
  public static JsonlFeed open(Reader text, Currency currency) {
    return new JsonlFeed(new PhysicalLines(text), currency);
  }

  @Override
  public @Nullable FeedRow next() throws IOException {
    while (ready.isEmpty()) {
      Line line = lines.next();
      if (line == null) {
        return null;
      }
      if (!line.text().isBlank()) {
        ready.addAll(rows(line));
      }
    }
    return ready.poll();
  }

  private List<FeedRow> rows(Line line) {
    if (line.tooLong()) {
      return refused(line, ErrorCode.TOO_LONG, "A line has at most 4,000,000 characters");
    }
    JsonNode product;
    try {
      product = JSON.readTree(line.text());
    } catch (JsonProcessingException broken) {
      return refused(line, ErrorCode.INVALID_JSON, BrokenJson.sentence(broken));
    }
    if (!product.isObject()) {
      return refused(line, ErrorCode.INVALID_JSON, "A line is one JSON object, a product");
    }
    Optional<Rejection> problem = ProductSchema.get().problem(product);
    return problem.isPresent()
        ? List.of(new FeedRow.Refused(line.number(), problem.get()))
        : new ProductLine(line.number(), product, currency).read();
  }

  private static List<FeedRow> refused(Line line, ErrorCode code, String message) {
    return List.of(new FeedRow.Refused(line.number(), new Rejection(code, null, message)));
  }
}
