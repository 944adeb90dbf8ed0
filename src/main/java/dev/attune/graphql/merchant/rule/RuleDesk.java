package dev.attune.graphql.merchant.rule;

import dev.attune.catalog.Catalog;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.rule.MerchantRule.RulePayload;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.Known;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.Write;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.RuleRevision;
import dev.attune.merchandising.rule.WrittenRule;
import dev.attune.merchandising.rule.check.RuleCheck;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.StaleVersion;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes rules: each is checked against the shop as it is, beside the threads that serve it. */
@ApplicationScoped
class RuleDesk {
  /** How far back a rule can be rolled, in writes. */
  private static final int HISTORY = 200;

  private final Merchandising merchandising;
  private final MerchandiseStore store;
  private final Catalog catalog;
  private final ShopNow shop;

  RuleDesk(Merchandising merchandising, MerchandiseStore store, Catalog catalog, ShopNow shop) {
    this.merchandising = merchandising;
    this.store = store;
    this.catalog = catalog;
    this.shop = shop;
  }

  Uni<RulePayload> save(Rule rule, boolean publish, Write write) {
    @Nullable WrittenRule present = present(rule.id(), write);
    WrittenRule drafted =
        present == null ? new WrittenRule(rule.id(), null, rule, 0) : present.drafting(rule);
    return write(
        publish ? drafted.published() : drafted,
        rule,
        write.provided(
            there ->
                Merchants.requireHeard(
                    present != null
                        || there
                            .rule(rule.id())
                            .filter(one -> one.version() == write.expected())
                            .isEmpty())));
  }

  Uni<RulePayload> publish(String id, Write write) {
    WrittenRule published = required(id, write).published();
    return write(published, published.latest(), write);
  }

  Uni<RulePayload> rollBack(String id, int toVersion, Write write) {
    WrittenRule present = required(id, write);
    return store
        .ruleHistory(id, HISTORY)
        .map(history -> former(history, toVersion))
        .chain(former -> write(present.rolledBackTo(former), former, write));
  }

  private Uni<RulePayload> write(WrittenRule next, Rule checked, Write write) {
    return Uni.createFrom()
        .item(
            () ->
                RuleCheck.of(
                    checked,
                    shop.of(merchandising.current(), catalog.snapshot(), write.at()),
                    write.at()))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(
            conflicts ->
                store
                    .save(
                        Kind.RULE,
                        next,
                        write.provided(write.provided().andThen(there -> known(checked, there))))
                    .map(saved -> RulePayload.of(saved, conflicts)));
  }

  /** What it names may have gone while the rest was checked. */
  private void known(Rule rule, Merchandise there) {
    RuleCheck.requireKnown(rule, new Known(there, catalog.snapshot()));
  }

  private static Rule former(List<RuleRevision> history, int version) {
    return history.stream()
        .flatMap(revision -> Optional.ofNullable(revision.state()).stream())
        .filter(state -> state.version() == version)
        .map(WrittenRule::latest)
        .findFirst()
        .orElseThrow(
            () ->
                new AttuneException(
                    ErrorCode.UNKNOWN_ID, "toVersion", "The rule has no version " + version));
  }

  private WrittenRule required(String id, Write write) {
    @Nullable WrittenRule present = present(id, write);
    if (present == null) {
      throw new AttuneException(ErrorCode.UNKNOWN_ID, "id", "There is no rule " + id);
    }
    return present;
  }

  /** Nothing is built upon a rule that the writer did not see. */
  private @Nullable WrittenRule present(String id, Write write) {
    @Nullable WrittenRule present = merchandising.current().rule(id).orElse(null);
    if (present != null && present.version() != write.expected()) {
      throw new StaleVersion(id, present.version(), write.expected());
    }
    return present;
  }
}
