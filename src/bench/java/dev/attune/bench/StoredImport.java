package dev.attune.bench;

import dev.attune.bench.Commits.Commit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * An import over HTTP, in two parts: until the store has committed it, and until the gateway shows
 * it and has answered.
 *
 * @param stored seconds from the request until the commit
 * @param storedProcessors what processors of gateway and PostgreSQL worked meanwhile
 * @param shown seconds from the request until the end of the answer
 */
record StoredImport(double stored, double storedProcessors, double shown) {
  static StoredImport of(Gateway gateway, Commits commits, String name, Path feed)
      throws IOException, InterruptedException {
    CompletableFuture<Commit> heard = commits.next();
    double worked = gateway.processors().seconds();
    long start = System.nanoTime();
    Step step = new Feeds(gateway).products(name, feed);
    Commit commit = heard.join();
    return new StoredImport(
        (commit.nanoTime() - start) / 1e9, commit.processorSeconds() - worked, step.seconds());
  }
}
