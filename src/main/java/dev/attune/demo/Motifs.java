package dev.attune.demo;

import static java.util.Objects.requireNonNull;

import dev.attune.demo.DemoPictures.Subject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The hand-drawn motifs: SVG groups on a field of 400 by 400, lit from the upper left, standing on
 * y = 320, with placeholders for the colours.
 */
final class Motifs {
  private final Map<String, String> fragments;

  private Motifs(Map<String, String> fragments) {
    this.fragments = Map.copyOf(fragments);
  }

  static Motifs of(Collection<Subject> subjects) {
    Map<String, String> fragments = new HashMap<>();
    for (Subject subject : subjects) {
      fragments.computeIfAbsent(
          subject.motif(), name -> DemoResources.text("motifs/" + name + ".svg"));
    }
    return new Motifs(fragments);
  }

  /** The subject's motif with its colours filled in: one {@code <g>} element. */
  String drawn(Subject subject) {
    return requireNonNull(fragments.get(subject.motif()))
        .replace("{main}", subject.colour().hex())
        .replace("{deep}", subject.colour().deep().hex())
        .replace("{pale}", subject.colour().pale().hex())
        .replace("{accentDeep}", subject.accent().deep().hex())
        .replace("{accent}", subject.accent().hex());
  }
}
