package dev.attune.decision;

import dev.attune.record.Features;

/** Says whether a candidate may be shown, from its features alone. */
public interface Filter {
  /** What it is called in a trace, {@code in_stock}. */
  String name();

  Verdict judge(Features features);
}
