package dev.attune.graphql.models;

import dev.attune.models.registry.ModelVersions.Hold;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Name("Models")
@Description("The models that serve.")
public record ModelsView(
    @NonNull
        @Id
        @Description("In use at the replica that answers; what follows a + counts newest touches.")
        String inUse,
    @Nullable @Description("Where learning was stopped; null while it goes on.") ModelHold hold) {

  @Name("ModelHold")
  @Description("Learning was stopped at a training.")
  public record ModelHold(
      @NonNull @Id String version, @NonNull String who, @NonNull OffsetDateTime at) {}

  static ModelsView of(String inUse, @Nullable Hold hold) {
    return new ModelsView(
        inUse,
        hold == null
            ? null
            : new ModelHold(hold.version(), hold.who(), hold.at().atOffset(ZoneOffset.UTC)));
  }
}
