package dev.attune.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Signals as the log keeps them, {@code [["VIEW","p1",1],["SEARCH","red shoes",1]]}. */
public final class SignalsJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Map<String, Signal.Kind> KINDS =
      Arrays.stream(Signal.Kind.values()).collect(Collectors.toMap(Enum::name, kind -> kind));

  private SignalsJson() {}

  public static String write(List<Signal> signals) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartArray();
      for (Signal signal : signals) {
        out.writeStartArray();
        out.writeString(signal.kind().name());
        out.writeString(signal.subject());
        out.writeNumber(signal.quantity());
        out.writeEndArray();
      }
      out.writeEndArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /**
   * Kinds that only later versions write are left out.
   *
   * @throws IllegalArgumentException for what {@link #write} did not write
   */
  public static List<Signal> read(String json) {
    List<Signal> signals = new ArrayList<>(2);
    try (JsonParser in = JSON.createParser(json)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.START_ARRAY) {
        Signal.Kind kind = KINDS.get(String.valueOf(in.nextTextValue()));
        String subject = String.valueOf(in.nextTextValue());
        long quantity = in.nextLongValue(0);
        if (kind != null) {
          signals.add(new Signal(kind, subject, quantity));
        }
        in.nextToken();
      }
    } catch (IOException malformed) {
      throw new IllegalArgumentException("No signals: " + json, malformed);
    }
    return signals;
  }
}
