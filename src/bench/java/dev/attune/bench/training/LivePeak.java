package dev.attune.bench.training;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The most that the heap held right after a collection: what a run needs, without its garbage. */
final class LivePeak {
  private final AtomicLong bytes = new AtomicLong();

  LivePeak() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (told, unused) -> {
                if (told.getUserData() instanceof CompositeData data) {
                  add(GarbageCollectionNotificationInfo.from(data));
                }
              },
              null,
              null);
    }
  }

  private void add(GarbageCollectionNotificationInfo told) {
    long used =
        told.getGcInfo().getMemoryUsageAfterGc().values().stream()
            .mapToLong(MemoryUsage::getUsed)
            .sum();
    bytes.accumulateAndGet(used, Math::max);
  }

  void reset() {
    System.gc();
    bytes.set(0);
  }

  double megabytes() {
    System.gc();
    return bytes.get() / 1048576.0;
  }
}
