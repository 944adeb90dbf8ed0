package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.TestShop;
import dev.attune.events.Identifier;
import dev.attune.platform.security.OwnTokens;
import dev.attune.profile.PastProfiles;
import dev.attune.profile.Profile;
import dev.attune.profile.Touched;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PastProfilesTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Identifier PERSON = Identifier.visitor("past-person");

  @Inject PastProfiles profiles;
  @Inject OwnTokens tokens;

  private final Instant now = Instant.now();

  @Test
  void areAsTheyWereAtEachOfSomeInstantsInWhateverOrder() {
    new TestShop()
        .product("past-lamp", "Pastlamps", "Glow")
        .product("past-desk", "Pastdesks", "Oak")
        .open();
    Storefront person = Storefront.of("past-person");
    person.view("past-1", "past-lamp", ago(3).toString());
    person.view("past-2", "past-desk", ago(1).toString());

    List<Profile> then = profiles.at(PERSON, List.of(ago(2), now, ago(4))).await().atMost(LIMIT);

    assertThat(then.stream().map(PastProfilesTest::viewed))
        .containsExactly(List.of("past-lamp"), List.of("past-desk", "past-lamp"), List.of());
    assertThat(then.get(0)).isEqualTo(profiles.at(PERSON, ago(2)).await().atMost(LIMIT));
    assertThat(then.get(1)).isEqualTo(profiles.at(PERSON, now).await().atMost(LIMIT));
  }

  @Test
  void holdADeviceFromTheInstantAtWhichItWasProven() {
    new TestShop()
        .product("past-lamp", "Pastlamps", "Glow")
        .product("past-desk", "Pastdesks", "Oak")
        .open();
    Storefront phone = Storefront.of("past-phone");
    phone.view("past-3", "past-lamp", ago(3).toString());
    String jwt = tokens.issue("past-anna", Set.of(), now, Duration.ofHours(1));
    phone.signedIn(jwt).view("past-4", "past-desk", ago(1).toString());

    List<Profile> then =
        profiles.at(Identifier.customer("past-anna"), List.of(now, ago(2))).await().atMost(LIMIT);

    assertThat(then.stream().map(PastProfilesTest::viewed))
        .containsExactly(List.of("past-desk", "past-lamp"), List.of());
  }

  private Instant ago(int days) {
    return now.minus(Duration.ofDays(days));
  }

  private static List<String> viewed(Profile profile) {
    return profile.viewed().stream().map(Touched::product).map(Object::toString).toList();
  }
}
