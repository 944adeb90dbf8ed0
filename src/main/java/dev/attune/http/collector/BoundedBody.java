package dev.attune.http.collector;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads a request's body up to a limit, whatever its content type says it is. */
final class BoundedBody {
  private BoundedBody() {}

  /**
   * The body as it was sent; fails with BODY_TOO_LARGE as soon as it is longer than the limit, and
   * with TRUNCATED where it is not whole in time. Of the event loop that the request came on.
   */
  static Uni<byte[]> read(HttpServerRequest request, int limit, Duration patience) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              late(request, patience, emitter);
              collect(request, limit, emitter);
            });
  }

  private static void late(
      HttpServerRequest request, Duration patience, UniEmitter<? super byte[]> emitter) {
    Vertx vertx = Objects.requireNonNull(Vertx.currentContext()).owner();
    long timer =
        vertx.setTimer(
            patience.toMillis(),
            end -> {
              request.handler(ignored -> {});
              String message = "The body must be here within " + patience.toSeconds() + " s";
              emitter.fail(new AttuneException(ErrorCode.TRUNCATED, null, message));
              if (request.version() != HttpVersion.HTTP_2) {
                request.connection().close();
              }
            });
    emitter.onTermination(() -> vertx.cancelTimer(timer));
  }

  private static void collect(
      HttpServerRequest request, int limit, UniEmitter<? super byte[]> emitter) {
    Buffer body = Buffer.buffer();
    request.handler(
        part -> {
          if (body.length() + part.length() <= limit) {
            body.appendBuffer(part);
          } else {
            request.handler(ignored -> {});
            emitter.fail(tooLarge(limit));
          }
        });
    request.exceptionHandler(emitter::fail);
    request.endHandler(end -> emitter.complete(body.getBytes()));
    request.resume();
  }

  /**
   * The text of a body, unzipped where it is gzip.
   *
   * @throws AttuneException BODY_TOO_LARGE as soon as it unfolds to more than the limit, TRUNCATED
   *     or INVALID_VALUE when it is broken gzip
   */
  static String text(byte[] body, int limit) {
    byte[] plain = zipped(body) ? unzipped(body, limit) : body;
    if (plain.length > limit) {
      throw tooLarge(limit);
    }
    String text = new String(plain, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean zipped(byte[] body) {
    return body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
  }

  private static byte[] unzipped(byte[] body, int limit) {
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return stream.readNBytes(limit + 1);
    } catch (EOFException truncated) {
      throw new AttuneException(ErrorCode.TRUNCATED, null, "The gzip of the body has no end");
    } catch (IOException broken) {
      throw new AttuneException(ErrorCode.INVALID_VALUE, null, "The body is not valid gzip");
    }
  }

  private static AttuneException tooLarge(int limit) {
    return new AttuneException(
        ErrorCode.BODY_TOO_LARGE, null, "The body must have at most " + limit / 1024 + " KB");
  }
}
