package dev.attune.record;

/** What the state of things was when a decision was made. */
public record Versions(
    String catalog, String merchandise, String models, long profile, String policy) {}
