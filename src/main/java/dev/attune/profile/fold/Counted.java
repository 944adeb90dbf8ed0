package dev.attune.profile.fold;

import dev.attune.events.Signal;

/** What a tally counts: one kind of signal about one subject. */
public record Counted(Signal.Kind kind, String subject) {}
