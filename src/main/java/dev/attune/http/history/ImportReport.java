package dev.attune.http.history;

import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What an import answers while it runs: one JSON object a line. */
final class ImportReport {
  private final OutputStream answer;
  private long read;
  private long stored;
  private long unchanged;
  private long rejected;

  ImportReport(OutputStream answer) {
    this.answer = answer;
  }

  long stored() {
    return stored;
  }

  /** Counts a line that is refused, and says why. */
  void reject(long line, Rejection rejection) throws IOException {
    read++;
    rejected++;
    JsonObject json = new JsonObject().put("line", line);
    if (rejection.field() != null) {
      json.put("field", rejection.field());
    }
    write(json.put("code", rejection.code().name()).put("message", rejection.message()));
  }

  /** Counts events that are durable. */
  void acknowledge(int accepted, int duplicates) {
    read += accepted + duplicates;
    stored += accepted;
    unchanged += duplicates;
  }

  void progress() throws IOException {
    write(counts(new JsonObject()));
    answer.flush();
  }

  /** The last line of an import that read everything. */
  void done() throws IOException {
    write(counts(new JsonObject().put("done", true)));
    answer.flush();
  }

  /** The last line of an import that could not go on; what was counted stays. */
  void stopped(ErrorCode code, String message) throws IOException {
    JsonObject json =
        new JsonObject().put("done", false).put("code", code.name()).put("message", message);
    write(counts(json));
    answer.flush();
  }

  private JsonObject counts(JsonObject json) {
    return json.put("read", read)
        .put("stored", stored)
        .put("unchanged", unchanged)
        .put("rejected", rejected);
  }

  private void write(JsonObject json) throws IOException {
    answer.write((json.encode() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
