package dev.attune.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests that were made beforehand over plain sockets, so that the sender takes as little
 * as possible of the cores that it shares with the gateway.
 */
final class BatchSender {
  private static final String LENGTH = "content-length:";

  private final URI gateway;
  private final String authorization;
  private final String expected;

  /**
   * @param expected must be in every answer
   */
  BatchSender(URI gateway, String authorization, String expected) {
    this.gateway = gateway;
    this.authorization = authorization;
    this.expected = expected;
  }

  /** A whole request. */
  byte[] request(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("POST /v1/batch HTTP/1.1\r\nHost: "
                + gateway.getAuthority()
                + "\r\nContent-Type: application/json\r\nAuthorization: "
                + authorization
                + "\r\nContent-Length: "
                + bytes.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[head.length + bytes.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(bytes, 0, request, head.length, bytes.length);
    return request;
  }

  /**
   * Sends these over so many connections, so many requests a second, or as fast as they are
   * acknowledged where that is 0.
   *
   * @return the milliseconds from when each was due until it was acknowledged
   */
  double[] send(List<byte[]> requests, int connections, double perSecond) {
    double[] millis = new double[requests.size()];
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    long start = System.nanoTime();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      all.add(
          CompletableFuture.runAsync(
              () -> {
                try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
                  socket.setTcpNoDelay(true);
                  InputStream answers = new BufferedInputStream(socket.getInputStream());
                  for (int n = next.getAndIncrement();
                      n < millis.length;
                      n = next.getAndIncrement()) {
                    long due =
                        perSecond == 0 ? System.nanoTime() : start + (long) (n * 1e9 / perSecond);
                    await(due);
                    socket.getOutputStream().write(requests.get(n));
                    check(answers);
                    millis[n] = (System.nanoTime() - due) / 1e6;
                  }
                } catch (IOException failure) {
                  throw new UncheckedIOException(failure);
                }
              },
              threads));
    }
    all.forEach(CompletableFuture::join);
    threads.shutdown();
    return millis;
  }

  private static void await(long due) {
    long left = due - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = due - System.nanoTime();
    }
  }

  private void check(InputStream answers) throws IOException {
    String status = line(answers);
    int length = 0;
    for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
      if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      }
    }
    String body = new String(answers.readNBytes(length), StandardCharsets.UTF_8);
    if (!status.contains(" 200 ") || !body.contains(expected)) {
      throw new IOException(status + " " + body);
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new IOException("The gateway closed the connection");
      }
      if (octet != '\r') {
        line.write(octet);
      }
    }
    return line.toString(StandardCharsets.US_ASCII);
  }
}
