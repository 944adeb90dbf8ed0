package dev.attune.ingest.shared;

import dev.attune.privacy.Terms;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Requests in the order in which they came, and how many writers are busy; for many threads. */
final class WaitingLine {
  private final int writers;
  private final int together;
  private final int room;
  private final Deque<Waiting> line = new ArrayDeque<>();
  private int events;
  private int busy;

  /**
   * @param together the most events that are taken at a time, but for a request that has more
   * @param room the most events that wait, but for one request that has more
   */
  WaitingLine(int writers, int together, int room) {
    this.writers = writers;
    this.together = together;
    this.room = room;
  }

  /** Whether there was room; where nobody waits there is, however much it is. */
  synchronized boolean join(Waiting request) {
    if (!line.isEmpty() && events + request.events().size() > room) {
      return false;
    }
    events += request.events().size();
    line.add(request);
    return true;
  }

  /** What a writer should write together, nothing while all are busy or nobody waits. */
  synchronized List<Waiting> take() {
    List<Waiting> taken = new ArrayList<>();
    if (busy == writers || line.isEmpty()) {
      return taken;
    }
    busy++;
    Terms terms = line.element().terms();
    int size = 0;
    while (!line.isEmpty() && line.element().terms().equals(terms)) {
      int next = line.element().events().size();
      if (size > 0 && size + next > together) {
        break;
      }
      size += next;
      taken.add(line.remove());
    }
    events -= size;
    return taken;
  }

  /** A writer is done. */
  synchronized void free() {
    busy--;
  }

  synchronized int events() {
    return events;
  }
}
