package dev.attune.merchandising.store;

import dev.attune.merchandising.Redirect;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;

/** A redirect's row. */
@Entity
@Table(name = "redirect")
class PgRedirect extends PgWritten<Redirect> {
  String[] queries = {};
  String link = "";

  @Override
  void take(Redirect redirect) {
    id = redirect.id();
    queries = redirect.queries().toArray(String[]::new);
    link = redirect.link();
  }

  @Override
  Redirect value() {
    return new Redirect(id, List.of(queries), link, version);
  }

  @Override
  String kind() {
    return "redirect";
  }
}
