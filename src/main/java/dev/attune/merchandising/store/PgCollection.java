package dev.attune.merchandising.store;

import dev.attune.merchandising.ProductCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;

/** A collection's row. */
@Entity
@Table(name = "collection")
class PgCollection extends PgWritten<ProductCollection> {
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
  String kind() {
    return "collection";
  }
}
