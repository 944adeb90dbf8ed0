package dev.attune.graphql.merchant;

import dev.attune.events.Identifier;
import dev.attune.graphql.request.Roles;
import dev.attune.identity.request.CurrentAsker;
import dev.attune.merchandising.Write;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who reads and writes for the shop; whoever lacks the role is refused in the same words. */
@RequestScoped
public class Merchants {
  private final Roles roles;
  private final CurrentAsker asker;
  private final Clock clock;

  Merchants(Roles roles, CurrentAsker asker, Clock clock) {
    this.roles = roles;
    this.asker = asker;
    this.clock = clock;
  }

  /** What any operator may read. */
  public <T> Uni<T> reading(Supplier<T> read) {
    return Uni.createFrom()
        .item(
            () -> {
              roles.requireOperator();
              return read.get();
            });
  }

  /** As {@link #reading}, for what takes its time. */
  public <T> Uni<T> asking(Supplier<Uni<T>> read) {
    roles.requireOperator();
    return read.get();
  }

  /** What a merchandiser weighs before it is written. */
  public <T> Uni<T> weighing(Supplier<Uni<T>> read) {
    roles.requireMerchandiser();
    return read.get();
  }

  /**
   * What a merchandiser writes.
   *
   * @param write by whom and when
   */
  public <T> Uni<T> writing(BiFunction<String, Instant, Uni<T>> write) {
    roles.requireMerchandiser();
    @Nullable Identifier customer = asker.get().customer();
    return write.apply(customer == null ? "unknown" : customer.value(), clock.instant());
  }

  /**
   * What a merchandiser writes upon what they saw.
   *
   * @param expected its version
   */
  public <T> Uni<T> writing(int expected, Function<Write, Uni<T>> write) {
    return writing((who, at) -> write.apply(new Write(expected, who, at)));
  }

  /**
   * Refuses what was built upon nothing where there is something, of which only this replica has
   * not heard yet: it would take what shoppers see of it away.
   *
   * @throws AttuneException UNAVAILABLE, unless it was heard of
   */
  public static void requireHeard(boolean heard) {
    if (!heard) {
      throw new AttuneException(
          ErrorCode.UNAVAILABLE, "id", "This replica has not heard of it yet; send it again");
    }
  }

  /**
   * @throws AttuneException INVALID_VALUE with the field, unless it holds
   */
  public static void require(boolean holds, String field, String message) {
    if (!holds) {
      throw new AttuneException(ErrorCode.INVALID_VALUE, field, message);
    }
  }
}
