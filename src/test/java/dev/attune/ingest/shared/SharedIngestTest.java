package dev.attune.ingest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.events.Received;
import dev.attune.ingest.Ingest;
import dev.attune.ingest.Ingest.Receipt;
import dev.attune.ingest.Sent;
import dev.attune.platform.database.Alongside;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.privacy.Terms;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class SharedIngestTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Slow store = new Slow();
  private final SharedIngest ingest = new SharedIngest(store, settings(), terms -> terms);

  @Test
  void aRequestAloneIsWrittenAtOnce() {
    CompletableFuture<Receipt> receipt = send("a", "b");
    assertThat(store.transactions).containsExactly(List.of(2));
    store.commit();
    assertThat(receipt.join().accepted()).isEqualTo(2);
  }

  @Test
  void requestsThatComeMeanwhileShareTheNextTransactionAndGetTheirOwnReceipts() {
    CompletableFuture<Receipt> first = send("a");
    CompletableFuture<Receipt> second = send("b", "c");
    CompletableFuture<Receipt> third = send("d");
    assertThat(store.transactions).hasSize(1);
    store.commit();
    assertThat(store.transactions).containsExactly(List.of(1), List.of(2, 1));
    assertThat(second).isNotDone();
    store.commit();
    assertThat(first.join().accepted()).isEqualTo(1);
    assertThat(second.join().accepted()).isEqualTo(2);
    assertThat(third.join().accepted()).isEqualTo(1);
  }

  @Test
  void noMoreShareThanAreAllowedTogether() {
    send("a");
    send("b", "c");
    send("d", "e", "f");
    store.commit();
    store.commit();
    assertThat(store.transactions).containsExactly(List.of(1), List.of(2), List.of(3));
  }

  @Test
  void whoObjectsSharesWithNobodyWhoDoesNot() {
    send("a");
    send("b");
    CompletableFuture<Receipt> objecting =
        ingest.accept(events("c"), new Terms(true, null)).subscribeAsCompletionStage();
    send("d");
    store.commit();
    store.commit();
    store.commit();
    store.commit();
    assertThat(store.transactions).hasSize(4);
    assertThat(objecting).isDone();
  }

  @Test
  void aBadRequestCostsNobodyElseTheirs() {
    send("a");
    CompletableFuture<Receipt> good = send("b");
    CompletableFuture<Receipt> bad = send("broken");
    CompletableFuture<Receipt> after = send("c");
    store.commit();
    for (int i = 0; i < 4; i++) {
      store.commit();
    }
    assertThat(good.join().accepted()).isEqualTo(1);
    assertThat(after.join().accepted()).isEqualTo(1);
    assertThatThrownBy(bad::join).isInstanceOf(CompletionException.class);
    CompletableFuture<Receipt> later = send("d");
    store.commit();
    assertThat(later.join().accepted()).isEqualTo(1);
  }

  @Test
  void aRequestThatCannotEvenBeginKeepsNoWriterBusy() {
    assertThatThrownBy(() -> send("unwritable").join()).isInstanceOf(CompletionException.class);
    CompletableFuture<Receipt> after = send("a");
    store.commit();
    assertThat(after).isDone();
    assertThat(after.join().accepted()).isEqualTo(1);
  }

  @Test
  void whatFindsNoRoomIsToldToComeAgainAndWhatWaitsIsKept() {
    send("a");
    List<CompletableFuture<Receipt>> waiting = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      waiting.add(send("w" + i));
    }
    assertThatThrownBy(() -> send("too", "many").join())
        .hasCauseInstanceOf(AttuneException.class)
        .extracting(failure -> ((AttuneException) failure.getCause()).code())
        .isEqualTo(ErrorCode.OVERLOADED);
    store.commit();
    store.commit();
    store.commit();
    assertThat(waiting).allSatisfy(one -> assertThat(one.join().accepted()).isEqualTo(1));
  }

  @Test
  void largeRequestsFindNoMoreRoomThanSmallOnesAndDoNotKeepThemWaiting() {
    String[] large = {"a", "b", "c", "d"};
    List<CompletableFuture<Receipt>> taken = new ArrayList<>();
    taken.add(send(large));
    taken.add(send(large));
    assertOverloaded(send(large));
    taken.add(send("small"));
    assertThat(store.transactions).containsExactly(List.of(4), List.of(1));
    store.commit();
    taken.add(send(large));
    store.commit();
    store.commit();
    store.commit();
    assertThat(taken).allSatisfy(one -> assertThat(one).isCompleted());
    assertThat(store.transactions).hasSize(4);
  }

  @Test
  void aRequestThatIsLargerThanTheWholeQueueIsTakenWhereNobodyWaits() {
    String[] larger = {"a", "b", "c", "d", "e", "f", "g", "h"};
    CompletableFuture<Receipt> first = send(larger);
    CompletableFuture<Receipt> second = send(larger);
    assertOverloaded(send(larger));
    store.commit();
    store.commit();
    assertThat(first.join().accepted()).isEqualTo(8);
    assertThat(second.join().accepted()).isEqualTo(8);
  }

  private static void assertOverloaded(CompletableFuture<Receipt> refused) {
    assertThat(refused).isCompletedExceptionally();
    assertThatThrownBy(refused::join)
        .hasCauseInstanceOf(AttuneException.class)
        .extracting(failure -> ((AttuneException) failure.getCause()).code())
        .isEqualTo(ErrorCode.OVERLOADED);
  }

  private CompletableFuture<Receipt> send(String... messages) {
    return ingest.accept(events(messages)).subscribeAsCompletionStage();
  }

  private static List<Received> events(String... messages) {
    List<Received> events = new ArrayList<>();
    for (String message : messages) {
      events.add(Sent.view(message, "si-v", null, NOON, "p"));
    }
    return events;
  }

  private static SharingSettings settings() {
    return new SharingSettings() {
      @Override
      public int writers() {
        return 1;
      }

      @Override
      public int together() {
        return 4;
      }

      @Override
      public int queue() {
        return 6;
      }
    };
  }

  /** A store whose transactions end when they are told to; a message "broken" breaks its own. */
  private static final class Slow implements Ingest.Store {
    final List<List<Integer>> transactions = new ArrayList<>();
    private final Deque<Runnable> open = new ArrayDeque<>();

    @Override
    public Uni<List<Receipt>> append(List<List<Received>> requests, Terms terms) {
      if (requests.get(0).get(0).messageId().equals("unwritable")) {
        throw new IllegalArgumentException("unwritable");
      }
      return Uni.createFrom()
          .emitter(
              emitter -> {
                transactions.add(requests.stream().map(List::size).toList());
                open.add(() -> end(requests, emitter));
              });
    }

    private static void end(
        List<List<Received>> requests, UniEmitter<? super List<Receipt>> emitter) {
      boolean broken =
          requests.stream()
              .flatMap(List::stream)
              .anyMatch(event -> event.messageId().equals("broken"));
      if (broken) {
        emitter.fail(new IllegalStateException("broken"));
      } else {
        emitter.complete(
            requests.stream()
                .map(request -> new Receipt(request.size(), 0, 1, List.of()))
                .toList());
      }
    }

    void commit() {
      Runnable next = open.poll();
      if (next != null) {
        next.run();
      }
    }

    @Override
    public Uni<List<Receipt>> append(List<Ingest.Message> messages, Alongside also) {
      throw new UnsupportedOperationException("Nobody shares what comes over a topic");
    }

    @Override
    public Uni<List<Integer>> withheld(List<Received> events, Terms terms) {
      return Uni.createFrom().item(List.of());
    }
  }
}
