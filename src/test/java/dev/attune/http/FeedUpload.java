package dev.attune.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An upload whose pace the test decides, over a bare socket. */
final class FeedUpload implements AutoCloseable {
  private final Socket socket;
  private final OutputStream out;
  private final BufferedReader in;

  FeedUpload(int port, String bodyHeader) throws IOException {
    socket = new Socket("localhost", port);
    socket.setSoTimeout(60_000);
    out = socket.getOutputStream();
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    write(
        "POST /v1/catalog/import?format=google HTTP/1.1\r\nHost: localhost\r\n"
            + "Authorization: Bearer test-secret-key\r\n"
            + bodyHeader
            + "\r\n\r\n");
  }

  void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  void writeChunk(String text) throws IOException {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    write(Integer.toHexString(length) + "\r\n" + text + "\r\n");
  }

  /** Reads the answer up to and with the first line that contains this. */
  String readUntil(String part) throws IOException {
    StringBuilder read = new StringBuilder();
    @Nullable String line = in.readLine();
    while (line != null) {
      read.append(line).append('\n');
      if (line.contains(part)) {
        return read.toString();
      }
      line = in.readLine();
    }
    throw new IOException("The answer ended without " + part + ":\n" + read);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
