package dev.attune.privacy;

import dev.attune.events.Identifier;
import dev.attune.platform.personal.Exported;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Everything that is stored about a person, for them. */
public interface Export {
  /** What an erasure of this customer would delete, from every table. */
  Uni<List<Exported>> ofCustomer(Identifier customer);

  /** What came under an identifier and is no customer's; empty when all of it is one's. */
  Uni<List<Exported>> ofVisitor(Identifier visitor);
}
