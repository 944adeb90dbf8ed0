package dev.attune.graphql;

import dev.attune.events.Identifier;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.graphql.page.HomeView;
import dev.attune.graphql.request.Connections;
import dev.attune.graphql.request.Connections.Subscriber;
import dev.attune.graphql.request.PageLoader;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.profile.live.ShopperChanges;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What changes while the shopper looks at it. */
@GraphQLApi
public class LiveApi {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Connections connections;
  private final PageLoader loader;
  private final ShopperChanges changes;

  LiveApi(Connections connections, PageLoader loader, ShopperChanges changes) {
    this.connections = connections;
    this.loader = loader;
    this.changes = changes;
  }

  @Subscription
  @NonNull
  @Description(
      "The home screen again, each time what this shopper just did changes it: at once, then at"
          + " most once a second.")
  public Multi<HomeView> homeChanged(@Nullable PageContextInput context, Context operation) {
    Subscriber subscriber = connections.subscriber(operation);
    return Pace.of(changes.of(keys(subscriber.asker())), () -> home(subscriber), LiveApi::pause);
  }

  private Uni<HomeView> home(Subscriber subscriber) {
    return loader.load(subscriber.asker(), subscriber.place()).map(HomeView::new);
  }

  private static Uni<Void> pause() {
    return Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE);
  }

  private static List<String> keys(Asker asker) {
    List<String> keys = new ArrayList<>();
    Identifier visitor = asker.visitor();
    Identifier customer = asker.proof() == Proof.ANONYMOUS ? null : asker.customer();
    if (visitor != null) {
      keys.add(visitor.key());
    }
    if (customer != null) {
      keys.add(customer.key());
    }
    return keys;
  }
}
