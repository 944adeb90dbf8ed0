package dev.attune.merchandising.store;

import dev.attune.merchandising.Synonyms;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;

/** The row of a group of synonyms. */
@Entity
@Table(name = "synonyms")
class PgSynonyms extends PgWritten<Synonyms> {
  String[] phrases = {};

  @Column(name = "stand_for")
  String[] standFor = {};

  @Override
  void take(Synonyms synonyms) {
    id = synonyms.id();
    phrases = synonyms.phrases().toArray(String[]::new);
    standFor = synonyms.standFor().toArray(String[]::new);
  }

  @Override
  Synonyms value() {
    return new Synonyms(id, List.of(phrases), List.of(standFor), version);
  }

  @Override
  String kind() {
    return "synonyms";
  }
}
