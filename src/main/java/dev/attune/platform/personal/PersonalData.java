package dev.attune.platform.personal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;

/**
 * Implemented by every class that stores personal data in the customer store. Erasure runs over all
 * of them in one transaction, those of a higher {@link jakarta.annotation.Priority} first.
 */
public interface PersonalData {
  /** The tables it answers for. */
  Set<String> tables();

  /** Every row that the tables hold of this person, as JSON that a program can read. */
  Uni<List<Exported>> export(SqlConnection connection, Person person);

  /**
   * Deletes what the tables hold of this person, and counts it. It never needs to understand what
   * it deletes: what cannot be read goes, too.
   */
  Uni<Erased> erase(SqlConnection connection, Person person);
}
