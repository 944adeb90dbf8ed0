package dev.attune.graphql.merchant.rule;

import dev.attune.graphql.list.Slice;
import dev.attune.graphql.merchant.Amounts;
import dev.attune.graphql.merchant.ContentDesk;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.rule.MerchantRule.Revision;
import dev.attune.graphql.merchant.rule.MerchantRule.RuleConnection;
import dev.attune.graphql.merchant.rule.MerchantRule.RulePayload;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Rules: written as drafts, published, rolled back. */
@GraphQLApi
public class RuleApi {
  private final Merchants merchants;
  private final Merchandising merchandising;
  private final MerchandiseStore store;
  private final RuleDesk desk;
  private final ContentDesk content;
  private final Amounts amounts;

  RuleApi(
      Merchants merchants,
      Merchandising merchandising,
      MerchandiseStore store,
      RuleDesk desk,
      ContentDesk content,
      Amounts amounts) {
    this.merchants = merchants;
    this.merchandising = merchandising;
    this.store = store;
    this.desk = desk;
    this.content = content;
    this.amounts = amounts;
  }

  @Query
  @NonNull
  @Description("All rules that are not archived, live and drafted, by id. For operators.")
  public Uni<RuleConnection> rules(
      @DefaultValue("50") @Nullable Integer first, @Nullable String after) {
    return merchants.reading(
        () ->
            RuleConnection.of(
                Slice.of(
                    merchandising.current().rules().stream().map(MerchantRule::of).toList(),
                    MerchantRule::id,
                    first == null ? 50 : first,
                    after)));
  }

  @Query
  @Description("One rule, null where there is none or it is archived. For operators.")
  public Uni<@Nullable MerchantRule> rule(@NonNull @Id String id) {
    return merchants.reading(
        () -> merchandising.current().rule(id).map(MerchantRule::of).orElse(null));
  }

  @NonNull
  @Description("What became of the rule, the last write first.")
  public Uni<List<@NonNull Revision>> history(
      @Source MerchantRule rule, @DefaultValue("20") @Nullable Integer first) {
    return merchants.asking(
        () ->
            store
                .ruleHistory(rule.id(), Slice.size("first", first == null ? 20 : first))
                .map(history -> history.stream().map(Revision::of).toList()));
  }

  @NonNull
  @Description("What may not be meant as it is written: one amount for several currencies.")
  public Uni<List<@NonNull String>> warnings(@Source MerchantRule rule) {
    return merchants.reading(
        () ->
            Stream.of(Optional.ofNullable(rule.live()), Optional.ofNullable(rule.draft()))
                .flatMap(Optional::stream)
                .flatMap(
                    body -> amounts.warnings(body.condition(), body.scope().markets()).stream())
                .distinct()
                .toList());
  }

  @Mutation
  @NonNull
  @Description(
      "Creates a rule (expectedVersion 0) or changes it, as a draft unless publish is true. A stale"
          + " expectedVersion is refused with STALE_VERSION, what would hide a whole page with"
          + " RULE_HIDES_PAGE, a wrong condition with INVALID_EXPRESSION and its column. For"
          + " merchandisers.")
  public Uni<RulePayload> saveRule(
      @NonNull RuleInput rule,
      @NonNull Integer expectedVersion,
      @DefaultValue("false") @Nullable Boolean publish) {
    return merchants.writing(
        expectedVersion,
        write -> desk.save(RuleReading.rule(rule), Boolean.TRUE.equals(publish), write));
  }

  @Mutation
  @NonNull
  @Description("Puts a rule in force as it was drafted. For merchandisers.")
  public Uni<RulePayload> publishRule(@NonNull @Id String id, @NonNull Integer expectedVersion) {
    return merchants.writing(expectedVersion, write -> desk.publish(id, write));
  }

  @Mutation
  @NonNull
  @Description(
      "Puts a rule in force as it was written at an earlier version; a draft of it is dropped. For"
          + " merchandisers.")
  public Uni<RulePayload> rollbackRule(
      @NonNull @Id String id, @NonNull Integer toVersion, @NonNull Integer expectedVersion) {
    return merchants.writing(expectedVersion, write -> desk.rollBack(id, toVersion, write));
  }

  @Mutation
  @NonNull
  @Description("Takes a rule out of force; saving it again brings it back. For merchandisers.")
  public Uni<MerchantRule> archiveRule(@NonNull @Id String id, @NonNull Integer expectedVersion) {
    return content.archive(Kind.RULE, id, expectedVersion).map(MerchantRule::archived);
  }
}
