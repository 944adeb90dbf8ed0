package dev.attune.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.events.Identifier;
import dev.attune.privacy.Consent.Source;
import dev.attune.privacy.Consent.State;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsentsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Inject Consents consents;

  @Test
  void anOlderChoiceNeverReplacesANewerOne() {
    Identifier visitor = Identifier.visitor("co-order");
    await(consents.set(visitor, ConsentChoice.all(State.DENIED), NOON));
    Consent consent =
        await(consents.set(visitor, ConsentChoice.all(State.GRANTED), NOON.minusSeconds(1)));
    assertThat(consent.allowsKeeping()).isFalse();
    assertThat(consent.decidedAt()).isEqualTo(NOON);
  }

  @Test
  void aChoiceForOnePurposeLeavesTheOthers() {
    Identifier customer = Identifier.customer("co-one");
    Consent consent =
        await(consents.set(customer, new ConsentChoice(null, null, State.DENIED), NOON));
    assertThat(consent.marketingEmail()).isEqualTo(State.DENIED);
    assertThat(consent.personalization()).isEqualTo(State.GRANTED);
    assertThat(await(consents.of(customer))).isEqualTo(consent);
  }

  @Test
  void anObjectionIsKeptOnceAndALaterChoiceBeatsIt() {
    Identifier visitor = Identifier.visitor("co-gpc");
    assertThat(await(consents.object(visitor, NOON)).source())
        .isEqualTo(Source.GLOBAL_PRIVACY_CONTROL);
    ConsentChoice granted = new ConsentChoice(State.GRANTED, null, null);
    await(consents.set(visitor, granted, NOON.plusSeconds(1)));
    Consent consent = await(consents.object(visitor, NOON.plusSeconds(2)));
    assertThat(consent.allowsPersonalization()).isTrue();
    assertThat(consent.analytics()).isEqualTo(State.DENIED);
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
