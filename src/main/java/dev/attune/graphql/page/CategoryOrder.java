package dev.attune.graphql.page;

import dev.attune.graphql.view.CategoryView;
import dev.attune.graphql.why.DecisionSummary;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

public record CategoryOrder(
    @NonNull List<@NonNull CategoryView> categories, @NonNull DecisionSummary decision) {}
