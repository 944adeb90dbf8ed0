package dev.attune.merchandising.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Hands out one session for each piece of work, in a transaction of its own, never one that other
 * work of the same request shares. May be called from any thread.
 */
@ApplicationScoped
class PgSessions {
  private final Mutiny.SessionFactory sessions;
  private final Vertx vertx;

  PgSessions(Mutiny.SessionFactory sessions, Vertx vertx) {
    this.sessions = sessions;
    this.vertx = vertx;
  }

  <T> Uni<T> inTransaction(Function<Mutiny.StatelessSession, Uni<T>> work) {
    Uni<T> done =
        Uni.createFrom()
            .deferred(sessions::openStatelessSession)
            .chain(
                session ->
                    session
                        .withTransaction(transaction -> work.apply(session))
                        .eventually(session::close));
    return Uni.createFrom()
        .deferred(() -> Context.isOnEventLoopThread() ? done : done.runSubscriptionOn(this::run));
  }

  private void run(Runnable work) {
    vertx.getOrCreateContext().runOnContext(ignored -> work.run());
  }
}
