package dev.attune.merchandising.store;

import dev.attune.merchandising.Kind;
import dev.attune.merchandising.Redirect;
import dev.attune.merchandising.Synonyms;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** The rows of what merchants write for search. */
final class PgSearchWords {
  private PgSearchWords() {}

  /** The row of a group of synonyms. */
  @Entity(name = "PgSynonyms")
  @Table(name = "synonyms")
  static class PgSynonyms extends PgWritten.Drafted<Synonyms> {
    String[] phrases = {};

    @Column(name = "stand_for")
    String[] standFor = {};

    @ColumnTransformer(read = "cast(aim as text)", write = PgAuditLine.AS_JSON)
    @Nullable String aim;

    @Override
    void take(Synonyms synonyms) {
      id = synonyms.id();
      phrases = synonyms.phrases().toArray(String[]::new);
      standFor = synonyms.standFor().toArray(String[]::new);
      aim = PgAuditLine.json(synonyms.aim());
    }

    @Override
    Synonyms value() {
      return new Synonyms(id, List.of(phrases), List.of(standFor), PgAuditLine.aim(aim), version);
    }

    @Override
    Kind.Drafted<Synonyms> kind() {
      return Kind.SYNONYMS;
    }
  }

  /** A redirect's row. */
  @Entity(name = "PgRedirect")
  @Table(name = "redirect")
  static class PgRedirect extends PgWritten.Drafted<Redirect> {
    String[] queries = {};
    String link = "";
    int priority = Redirect.PRIORITY;

    @ColumnTransformer(read = "cast(aim as text)", write = PgAuditLine.AS_JSON)
    @Nullable String aim;

    @Override
    void take(Redirect redirect) {
      id = redirect.id();
      queries = redirect.queries().toArray(String[]::new);
      link = redirect.link();
      priority = redirect.priority();
      aim = PgAuditLine.json(redirect.aim());
    }

    @Override
    Redirect value() {
      return new Redirect(id, List.of(queries), link, PgAuditLine.aim(aim), priority, version);
    }

    @Override
    Kind.Drafted<Redirect> kind() {
      return Kind.REDIRECT;
    }
  }
}
