package dev.attune.graphql.page;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of the wish to be forgotten. */
public record ForgetPayload(
    @Description("False when what is known of this visitor belongs to a customer, who must ask.")
        boolean erased,
    @Id @NonNull @Description("Names the erasure, and nobody.") String receipt) {}
