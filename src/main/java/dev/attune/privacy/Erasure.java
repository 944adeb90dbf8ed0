package dev.attune.privacy;

import dev.attune.events.Identifier;
import dev.attune.platform.personal.Erased;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Forgets people. What they did before is not taken again, however often it is sent; when they come
 * back they are new.
 */
public interface Erasure {
  /**
   * Everything of a customer: what came under their id, on their own devices, and on shared devices
   * in the sessions in which nobody else was proven.
   *
   * @param visitor the device they ask from
   * @return how much that was
   */
  Uni<Erased> forgetCustomer(Identifier customer, @Nullable Identifier visitor);

  /**
   * What came under a raw visitor id and is nobody else's.
   *
   * @return how much that was; empty, and nothing is erased, when all of it belongs to a customer
   */
  Uni<Optional<Erased>> forgetVisitor(Identifier visitor);
}
