package dev.attune.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.events.Identifier;
import dev.attune.events.Received;
import dev.attune.events.Traffic;
import dev.attune.identity.Asker;
import dev.attune.identity.Edit;
import dev.attune.identity.Identities;
import dev.attune.identity.Proof;
import dev.attune.profile.Profile;
import dev.attune.profile.Shoppers;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever order events, repeats, joins and splits come in, everybody's profile is the same. */
@QuarkusTest
class MembershipOrderTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plus(Duration.ofDays(2));
  private static final int DEVICES = 7;

  /** The long form: {@code -Dattune.test.seeds=1000}. */
  private static final int SEEDS = Integer.getInteger("attune.test.seeds", 25);

  @Inject Ingest ingest;
  @Inject Shoppers shoppers;
  @Inject Identities identities;

  @Test
  void joinsAndSplitsOfShuffledRepeatedEventsGiveTheSameProfiles() {
    for (int seed = 0; seed < SEEDS; seed++) {
      List<Received> inOrder = events(seed, "mo-a" + seed);
      inOrder.forEach(event -> await(ingest.accept(List.of(event))));
      split("mo-a" + seed);

      Random random = new Random(seed);
      List<Received> shuffled = events(seed, "mo-b" + seed);
      shuffled.addAll(shuffled.subList(0, shuffled.size() / 2));
      Collections.shuffle(shuffled, random);
      int half = splitAfter(shuffled, "mo-b" + seed);
      await(ingest.accept(shuffled.subList(0, half)));
      split("mo-b" + seed);
      await(ingest.accept(shuffled.subList(half, shuffled.size())));

      for (int who = 0; who < DEVICES + 2; who++) {
        Profile one = profile("mo-a" + seed, who);
        Profile other = profile("mo-b" + seed, who);
        assertThat(other)
            .as("seed %s, person %s", seed, who)
            .usingRecursiveComparison()
            .ignoringFields("version")
            .isEqualTo(one);
      }
    }
  }

  /**
   * Two customers on seven devices, one of them on more than count and mostly alone; an operator
   * takes one from them.
   */
  private static List<Received> events(int seed, String prefix) {
    Random random = new Random(seed);
    List<Received> events = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      String device = prefix + "-d" + random.nextInt(DEVICES);
      boolean proven = random.nextBoolean();
      String customer = prefix + "-c" + (random.nextInt(10) == 0 ? 1 : 0);
      Instant at = NOON.plusSeconds(random.nextInt(36 * 3600));
      String product = "mo-p" + random.nextInt(5);
      events.add(Sent.view("m" + i, device, proven ? customer : null, at, product));
    }
    events.add(Sent.view("proof", prefix + "-d0", prefix + "-c0", NOON, "mo-p"));
    return events;
  }

  /** The first place after the proof that is split. */
  private static int splitAfter(List<Received> events, String prefix) {
    Identifier device = Identifier.visitor(prefix + "-d0");
    Identifier customer = Identifier.customer(prefix + "-c0");
    int place = 0;
    while (!events.get(place).origin().equals(device)
        || !customer.equals(events.get(place).customer())) {
      place++;
    }
    return place + 1;
  }

  private void split(String prefix) {
    Edit edit = new Edit(LATER, "not hers", "mo-operator");
    assertThat(
            await(
                identities.split(
                    Identifier.visitor(prefix + "-d0"), Identifier.customer(prefix + "-c0"), edit)))
        .isTrue();
  }

  private Profile profile(String prefix, int who) {
    boolean customer = who >= DEVICES;
    Asker asker =
        new Asker(
            customer ? null : Identifier.visitor(prefix + "-d" + who),
            customer ? Identifier.customer(prefix + "-c" + (who - DEVICES)) : null,
            customer ? Proof.AUTHENTICATED : Proof.ANONYMOUS,
            Traffic.SHOPPER,
            Set.of(),
            false,
            false,
            null);
    return await(shoppers.load(asker, LATER)).ranking();
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(60));
  }
}
