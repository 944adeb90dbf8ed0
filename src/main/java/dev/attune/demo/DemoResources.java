package dev.attune.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the demo shop's files from the class path, below {@code demo/}. */
final class DemoResources {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DemoResources() {}

  static String text(String name) {
    try (InputStream in = DemoResources.class.getResourceAsStream("/demo/" + name)) {
      if (in == null) {
        throw new FileNotFoundException("demo/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String name) {
    return parsed(text(name));
  }

  static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
