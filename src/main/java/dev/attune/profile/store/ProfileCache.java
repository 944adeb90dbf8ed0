package dev.attune.profile.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import dev.attune.profile.Profile;
import dev.attune.profile.view.ProfileSettings;
import dev.attune.profile.view.ProfileView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Profiles of shoppers active on this replica. The store is asked all the same, and answers with
 * the state only where it is not what the profile here was made from.
 */
@ApplicationScoped
class ProfileCache {
  private final Cache<String, Known> known;

  /**
   * A profile and what it was made from.
   *
   * @param from when it was made
   * @param until when another session begins or ends, or too much has faded
   */
  record Known(Basis basis, ProfileView view, Profile profile, Instant from, Instant until) {
    boolean serves(ProfileView current, Instant now) {
      return view == current && !now.isBefore(from) && now.isBefore(until);
    }
  }

  ProfileCache(ProfileSettings settings) {
    known =
        Caffeine.newBuilder()
            .maximumSize(settings.cached())
            .expireAfterWrite(settings.cachedFor())
            .scheduler(Scheduler.systemScheduler())
            .build();
  }

  /** What is known of this shopper and may serve now. */
  Optional<Known> find(String shopper, ProfileView current, Instant now) {
    @Nullable Known found = known.getIfPresent(shopper);
    return Optional.ofNullable(found).filter(entry -> entry.serves(current, now));
  }

  void keep(String shopper, Known entry) {
    known.put(shopper, entry);
  }

  void forget(Collection<String> shoppers) {
    known.invalidateAll(shoppers);
  }
}
