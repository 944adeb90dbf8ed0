package dev.attune.graphql.why;

import org.eclipse.microprofile.graphql.NonNull;

public record ExperimentAssignment(
    @NonNull String experiment, @NonNull String variant, boolean control, boolean crossedOver) {}
