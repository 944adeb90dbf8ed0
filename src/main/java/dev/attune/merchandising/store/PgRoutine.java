package dev.attune.merchandising.store;

import dev.attune.merchandising.Kind;
import dev.attune.merchandising.content.Routine;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A routine's row. */
@Entity
@Table(name = "routine")
class PgRoutine extends PgWritten.Drafted<Routine> {
  String title = "";

  @ColumnTransformer(read = "cast(steps as text)", write = PgAuditLine.AS_JSON)
  String steps = "[]";

  @ColumnTransformer(read = "cast(aim as text)", write = PgAuditLine.AS_JSON)
  @Nullable String aim;

  int priority;

  @Override
  void take(Routine routine) {
    id = routine.id();
    title = routine.title();
    steps = PgAuditLine.json(routine.steps());
    aim = PgAuditLine.json(routine.aim());
    priority = routine.priority();
  }

  @Override
  Routine value() {
    return new Routine(
        id,
        title,
        List.of(PgAuditLine.read(steps, Routine.Step[].class)),
        PgAuditLine.aim(aim),
        priority,
        version);
  }

  @Override
  Kind.Drafted<Routine> kind() {
    return Kind.ROUTINE;
  }
}
