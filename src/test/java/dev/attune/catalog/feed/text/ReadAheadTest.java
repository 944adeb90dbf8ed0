package dev.attune.catalog.feed.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.catalog.feed.FeedText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
  @Test
  void givesAllBytesInTheirOrder() throws IOException {
    byte[] bytes = new byte[3_000_000];
    new Random(1).nextBytes(bytes);
    InputStream uneven =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] into, int from, int most) {
            return super.read(into, from, Math.min(most, 1 + from % 7 + most % 50_000));
          }
        };
    try (ReadAhead ahead = new ReadAhead(uneven)) {
      assertThat(ahead.readAllBytes()).isEqualTo(bytes);
      assertThat(ahead.read()).isEqualTo(-1);
    }
  }

  @Test
  void failsAsTheBytesDo() throws IOException {
    for (Throwable failure : new Throwable[] {new EOFException(), new IllegalStateException()}) {
      try (ReadAhead ahead = new ReadAhead(failing(failure))) {
        assertThat(ahead.readNBytes(100)).hasSize(100);
        assertThatThrownBy(ahead::read).isSameAs(failure);
        assertThat(ahead.read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void endsItsThreadWhenItIsClosedEarly() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }

          @Override
          public int read(byte[] into, int from, int most) {
            return most;
          }
        };
    ReadAhead ahead = new ReadAhead(endless);
    assertThat(ahead.read()).isZero();
    ahead.close();
    assertThatNobodyReads();
  }

  @Test
  void endsItsThreadWhereTheFeedsEncodingIsUnknown() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream feed = new GZIPOutputStream(packed)) {
      feed.write("<?xml version=\"1.0\" encoding=\"x-nope\"?>".getBytes(StandardCharsets.UTF_8));
      feed.write(new byte[5_000_000]);
    }
    InputStream bytes = new ByteArrayInputStream(packed.toByteArray());
    assertThatThrownBy(() -> FeedText.of(bytes)).hasMessageContaining("x-nope");
    assertThatNobodyReads();
  }

  private static void assertThatNobodyReads() {
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("catalog-import-unpack"));
  }

  private static InputStream failing(Throwable failure) {
    return new InputStream() {
      private int given;

      @Override
      public int read() {
        return 1;
      }

      @Override
      public int read(byte[] into, int from, int most) throws IOException {
        if (given++ == 0) {
          return 100;
        }
        if (failure instanceof IOException damaged) {
          throw damaged;
        }
        throw (IllegalStateException) failure;
      }
    };
  }
}
