package dev.attune.profile;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody that the shop knows, a page at a time, so that counting them takes little memory. */
public interface AllProfiles {
  /**
   * The next shoppers by key: customers with all that is theirs, and visitors that are nobody's.
   *
   * @param after the key where the page before ended, blank for the first
   * @param most how many at most, from 1
   */
  Uni<Page> after(String after, int most, Instant now);

  /**
   * Some shoppers.
   *
   * @param last the key that the next page comes after, null when this is the last page
   */
  record Page(List<Profile> profiles, @Nullable String last) {
    public Page {
      profiles = List.copyOf(profiles);
    }
  }
}
