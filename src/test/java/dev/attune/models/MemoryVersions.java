package dev.attune.models;

import dev.attune.models.registry.ModelVersion;
import dev.attune.models.registry.ModelVersions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trainings that one test remembers. */
final class MemoryVersions implements ModelVersions {
  private final Map<String, ModelVersion> all = new LinkedHashMap<>();
  private @Nullable Hold hold;
  private Instant erased = Instant.EPOCH;

  @Override
  public void record(ModelVersion version) {
    all.put(version.version(), version);
  }

  @Override
  public List<ModelVersion> recent(int most) {
    return List.copyOf(all.values());
  }

  @Override
  public Optional<ModelVersion> find(String version) {
    return Optional.ofNullable(all.get(version));
  }

  @Override
  public Optional<Hold> hold() {
    return Optional.ofNullable(hold);
  }

  @Override
  public void hold(Hold wanted) {
    hold = wanted;
  }

  @Override
  public void release() {
    hold = null;
  }

  void erase(Instant at) {
    erased = at;
  }

  @Override
  public Instant erased() {
    return erased;
  }

  @Override
  public void follow(Runnable changed) {
    // whoever tests says when
  }
}
