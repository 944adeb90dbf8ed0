package dev.attune.catalog.feed.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that a thread of its own reads a little ahead of who takes them: unpacking costs as much as
 * all that is done with a row which is known. Closing it ends the thread and leaves the bytes open.
 */
public final class ReadAhead extends InputStream {
  private static final int BLOCK = 1 << 17;
  private static final int BLOCKS = 8;
  private static final long MILLIS_TO_END = 10_000;
  private static final Block END = new Block(new byte[0], 0);

  private final InputStream bytes;
  private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS);
  private final BlockingQueue<Block> empty = new ArrayBlockingQueue<>(BLOCKS);
  private final FutureTask<?> reading = new FutureTask<>(this::fill);
  private final Thread worker = new Thread(reading, "catalog-import-unpack");
  private volatile boolean closed;
  private Block current = new Block(new byte[0], 0);
  private int at;

  private record Block(byte[] bytes, int length) {}

  public ReadAhead(InputStream bytes) {
    this.bytes = bytes;
    worker.setDaemon(true);
    worker.start();
  }

  private @Nullable Void fill() throws IOException, InterruptedException {
    try {
      int length = 0;
      while (length >= 0 && !closed) {
        @Nullable Block used = empty.poll();
        byte[] block = used == null ? new byte[BLOCK] : used.bytes();
        length = bytes.read(block, 0, BLOCK);
        if (length > 0) {
          full.put(new Block(block, length));
        }
      }
    } finally {
      if (!closed) {
        full.put(END);
      }
    }
    return null;
  }

  @Override
  public int read() throws IOException {
    return more() ? current.bytes()[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    if (!more()) {
      return -1;
    }
    int length = Math.min(most, current.length() - at);
    System.arraycopy(current.bytes(), at, into, from, length);
    at += length;
    return length;
  }

  /** What can be read without waiting. */
  @Override
  public int available() {
    return current.length() - at;
  }

  @SuppressWarnings("ReferenceEquality") // the end is one object
  private boolean more() throws IOException {
    while (current != END && at == current.length()) {
      if (at > 0) {
        empty.offer(current);
      }
      current = next();
      at = 0;
    }
    return current != END;
  }

  @SuppressWarnings("ReferenceEquality") // the end is one object
  private Block next() throws IOException {
    try {
      Block next = full.take();
      if (next == END) {
        current = END; // whoever reads on after a failure is at the end
        at = 0;
        reading.get();
      }
      return next;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException unexpected) {
        throw unexpected;
      }
      throw failed.getCause() instanceof IOException damaged ? damaged : new IOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while a feed was read", interrupted);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    worker.interrupt();
    try {
      worker.join(MILLIS_TO_END);
      if (worker.isAlive()) {
        throw new IOException("The feed's bytes do not end");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
