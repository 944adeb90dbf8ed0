package dev.attune.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Seconds that processors have worked on processes and their children, which other work on the
 * machine touches less than elapsed ones. All zero where the kernel does not tell.
 */
record ProcessorTime(List<Long> processes) {
  private static final double TICKS = 100;
  private static final int USER = 11;

  ProcessorTime {
    processes = List.copyOf(processes);
  }

  double seconds() {
    long ticks = 0;
    for (long process : processes) {
      ticks += ticks(process, 4);
      ticks +=
          ProcessHandle.of(process).stream()
              .flatMap(ProcessHandle::children)
              .mapToLong(child -> ticks(child.pid(), 2))
              .sum();
    }
    return ticks / TICKS;
  }

  /** User and system time, then those of the children that have ended. */
  private static long ticks(long process, int numbers) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = USER; i < USER + numbers; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks;
    } catch (IOException untold) {
      return 0;
    }
  }
}
