package dev.attune.merchandising.store;

import dev.attune.merchandising.Kind;
import dev.attune.merchandising.segment.Segment;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** A segment's row. */
@Entity
@Table(name = "segment")
class PgSegment extends PgWritten.Drafted<Segment> {
  /** Who starts an experiment waits for the turn of merchants' writes. */
  private static final String TESTED =
      "select id from experiment where body -> 'life' ->> 'state' = 'RUNNING'"
          + " and body -> 'scope' -> 'segments' @> to_jsonb(cast(:id as text)) order by id limit 1";

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
  Kind.Drafted<Segment> kind() {
    return Kind.SEGMENT;
  }

  @Override
  Uni<Void> release(StatelessSession session) {
    return session
        .createNativeQuery(TESTED, String.class)
        .setParameter("id", id)
        .getResultList()
        .invoke(
            running -> {
              if (!running.isEmpty()) {
                throw new AttuneException(
                    ErrorCode.INVALID_VALUE,
                    "id",
                    "Experiment %s is for this segment".formatted(running.get(0)));
              }
            })
        .replaceWithVoid();
  }
}
