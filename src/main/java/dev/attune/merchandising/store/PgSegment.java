package dev.attune.merchandising.store;

import dev.attune.merchandising.segment.Segment;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A segment's row. */
@Entity
@Table(name = "segment")
class PgSegment extends PgWritten<Segment> {
  String title = "";
  String condition = "";

  @Override
  void take(Segment segment) {
    id = segment.id();
    title = segment.title();
    condition = segment.condition();
  }

  @Override
  Segment value() {
    return new Segment(id, title, condition, version);
  }

  @Override
  String kind() {
    return "segment";
  }
}
