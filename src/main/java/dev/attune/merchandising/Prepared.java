package dev.attune.merchandising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drafts of content: what shoppers do not see yet. Immutable. */
public final class Prepared {
  /** Nothing is being prepared. */
  public static final Prepared NOTHING = new Prepared(Map.of());

  private final Map<Kind.Drafted<?>, List<?>> drafts;

  private Prepared(Map<Kind.Drafted<?>, List<?>> drafts) {
    this.drafts = Map.copyOf(drafts);
  }

  /** The drafts of a kind. */
  @SuppressWarnings("unchecked") // the map has the drafts of each kind under it
  public <T extends Kind.Draftable> List<T> of(Kind.Drafted<T> kind) {
    return (List<T>) drafts.getOrDefault(kind, List.of());
  }

  /** These, and behind those of a kind these. */
  public <T extends Kind.Draftable> Prepared and(Kind.Drafted<T> kind, List<T> drafted) {
    List<T> both = new ArrayList<>(of(kind));
    both.addAll(drafted);
    Map<Kind.Drafted<?>, List<?>> all = new HashMap<>(drafts);
    all.put(kind, List.copyOf(both));
    return new Prepared(all);
  }
}
