package dev.attune.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.attune.catalog.store.ImportListener;
import dev.attune.catalog.store.ImportSummary;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says in lines of JSON how an import is going. */
final class CatalogImportAnswer implements ImportListener, AutoCloseable {
  static final String NDJSON = "application/x-ndjson";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final PatientLines lines;
  private boolean begun;

  CatalogImportAnswer(OutputStream out) {
    this.lines = new PatientLines(out);
  }

  /** An error that is known before anything is answered. */
  static Response error(Rejection rejection) {
    int status = rejection.code() == ErrorCode.IMPORT_RUNNING ? 409 : 400;
    return Response.status(rejection.code() == ErrorCode.UNAVAILABLE ? 503 : status)
        .entity(text(problem(new LinkedHashMap<>(), rejection)))
        .type(MediaType.APPLICATION_JSON)
        .build();
  }

  /** Whether a line has been written, so that the status is settled. */
  boolean begun() {
    return begun;
  }

  @Override
  public void headerRead() {
    begun = true;
  }

  @Override
  public void progress(long read) {
    lines.write(text(Map.of("read", read)));
    lines.flush();
  }

  @Override
  public void bodyRead() {
    lines.release();
  }

  @Override
  public void rejected(long line, Rejection rejection) {
    lines.write(text(problem(line(line), rejection)));
  }

  @Override
  public void warned(long line, Rejection rejection) {
    Map<String, Object> warning = problem(line(line), rejection);
    warning.put("severity", "warning");
    lines.write(text(warning));
  }

  void done(ImportSummary summary) {
    Map<String, Object> last = new LinkedHashMap<>();
    last.put("done", true);
    last.put("read", summary.read());
    last.put("stored", summary.stored());
    last.put("unchanged", summary.unchanged());
    last.put("rejected", summary.rejected());
    last.put("archived", summary.archived());
    last.put("warnings", summary.warnings());
    lines.release();
    lines.write(text(last));
    lines.flush();
  }

  void failed(Rejection rejection) {
    Map<String, Object> last = new LinkedHashMap<>();
    last.put("done", false);
    lines.release();
    lines.write(text(problem(last, rejection)));
    lines.flush();
  }

  @Override
  public void close() {
    lines.close();
  }

  private static Map<String, Object> line(long line) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("line", line);
    return about;
  }

  private static Map<String, Object> problem(Map<String, Object> about, Rejection rejection) {
    if (rejection.field() != null) {
      about.put("field", rejection.field());
    }
    about.put("code", rejection.code().name());
    about.put("message", rejection.message());
    return about;
  }

  private static String text(Map<String, Object> line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Texts and numbers are always JSON", impossible);
    }
  }
}
