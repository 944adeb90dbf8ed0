package dev.attune.graphql.identity;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A customer after their memberships were edited. */
public record IdentityPayload(
    @NonNull @Id String shopper,
    @NonNull @Description("How many of the identifiers were not so before.") Integer changed,
    @NonNull List<@NonNull KnownIdentifier> identifiers) {}
