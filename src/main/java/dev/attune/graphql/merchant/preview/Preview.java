package dev.attune.graphql.merchant.preview;

import dev.attune.graphql.list.ProductConnection;
import dev.attune.graphql.page.HomeView;
import dev.attune.graphql.view.CategoryView;
import dev.attune.graphql.view.ProductView;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A page as somebody would see it; the one that was asked for is there, the others are null. */
@Description("A page as somebody would see it. Nothing of it is recorded or counted.")
public record Preview(
    @NonNull OffsetDateTime at,
    @Id @NonNull @Description("The segments that whoever looks is in.")
        List<@NonNull String> segments,
    @Nullable HomeView home,
    @Nullable CategoryView category,
    @Nullable ProductConnection search,
    @Nullable ProductView product) {}
