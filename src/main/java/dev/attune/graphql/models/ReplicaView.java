package dev.attune.graphql.models;

import dev.attune.models.registry.ModelReplicas.Replica;
import dev.attune.models.registry.ModelVersions.Hold;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What one replica uses. */
@Name("ModelReplica")
@Description("What one replica uses.")
public record ReplicaView(
    @NonNull String replica,
    @NonNull @Id @Description("What follows a + counts newest touches.") String version,
    @NonNull OffsetDateTime since,
    @Description(
            "Whether it has learned of nothing later than the training that a merchant went back"
                + " to; true while learning goes on.")
        boolean asHeld) {
  static ReplicaView of(Replica replica, @Nullable Hold hold) {
    return new ReplicaView(
        replica.name(),
        replica.version(),
        replica.since().atOffset(ZoneOffset.UTC),
        hold == null || !replica.cut().isAfter(hold.cut()));
  }
}
