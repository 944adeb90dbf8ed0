package dev.attune.merchandising.store;

import dev.attune.merchandising.Guide;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.ProductCollection;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The rows of what merchants tell beside products. */
final class PgStories {
  private PgStories() {}

  /** A guide's row. */
  @Entity(name = "PgGuide")
  @Table(name = "content_card")
  static class PgGuide extends PgWritten<Guide> {
    String title = "";
    @Nullable String body;
    @Nullable String image;
    String link = "";
    @Nullable String category;

    @Override
    void take(Guide guide) {
      id = guide.id();
      title = guide.title();
      body = guide.text();
      image = guide.image();
      link = guide.link();
      category = guide.category();
    }

    @Override
    Guide value() {
      return new Guide(id, title, body, image, link, category, version);
    }

    @Override
    Kind<Guide> kind() {
      return Kind.GUIDE;
    }
  }

  /** A collection's row. */
  @Entity(name = "PgCollection")
  @Table(name = "collection")
  static class PgCollection extends PgWritten.Drafted<ProductCollection> {
    private static final String TAKEN =
        "select id from collection where handle = :handle and id <> :id and archived_at is null";

    String handle = "";
    String title = "";
    String[] products = {};

    @Override
    void take(ProductCollection collection) {
      id = collection.id();
      handle = collection.handle();
      title = collection.title();
      products = collection.products().toArray(String[]::new);
    }

    @Override
    ProductCollection value() {
      return new ProductCollection(id, handle, title, List.of(products), version);
    }

    @Override
    Uni<Void> admit(StatelessSession session) {
      String wanted = latest().handle();
      return session
          .createNativeQuery(TAKEN, String.class)
          .setParameter("handle", wanted)
          .setParameter("id", id)
          .getResultList()
          .invoke(
              others -> {
                if (!others.isEmpty()) {
                  throw new AttuneException(
                      ErrorCode.DUPLICATE_ID,
                      "collection.handle",
                      "%s is the handle of %s".formatted(wanted, others.get(0)));
                }
              })
          .replaceWithVoid();
    }

    @Override
    Kind.Drafted<ProductCollection> kind() {
      return Kind.COLLECTION;
    }
  }
}
