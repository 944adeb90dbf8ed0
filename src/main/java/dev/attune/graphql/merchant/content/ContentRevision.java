package dev.attune.graphql.merchant.content;

import dev.attune.merchandising.content.Former;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Content after one write. */
public record ContentRevision(
    @NonNull OffsetDateTime at,
    @NonNull String who,
    @NonNull String what,
    @Nullable @Description("The one that the write made, null where it archived.") Integer version,
    @Nullable @Description("What was written, in JSON; null where it was archived.") String state) {
  static ContentRevision of(Former former) {
    return new ContentRevision(
        former.at().atOffset(ZoneOffset.UTC),
        former.who(),
        former.what(),
        former.version(),
        former.stateJson());
  }
}
