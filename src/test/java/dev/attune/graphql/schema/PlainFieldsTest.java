package dev.attune.graphql.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Transformation;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.schema.model.Wrapper;
import io.smallrye.graphql.schema.model.WrapperType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainFieldsTest {
  private static final String TEXT = "java.lang.String";

  private final PlainFields fields = new PlainFields();

  public interface Named {
    String name();
  }

  public record Thing(String name, int count, List<String> tags) implements Named {}

  @Test
  void readsWhatAViewHolds() {
    Thing thing = new Thing("lamp", 3, List.of("new"));
    assertThat(read(Thing.class, scalar("name", TEXT, TEXT), thing)).isEqualTo("lamp");
    assertThat(read(Thing.class, scalar("count", "int", "java.lang.Integer"), thing)).isEqualTo(3);
    Field tags = scalar("tags", TEXT, TEXT);
    tags.setWrapper(new Wrapper(WrapperType.COLLECTION, "java.util.List"));
    assertThat(read(Thing.class, tags, thing)).isEqualTo(List.of("new"));
  }

  @Test
  void readsByTheInterfaceWhateverImplementsIt() {
    Named other = () -> "other";
    Field name = scalar("name", TEXT, TEXT);
    assertThat(read(Named.class, name, new Thing("lamp", 0, List.of()))).isEqualTo("lamp");
    assertThat(read(Named.class, name, other)).isEqualTo("other");
  }

  @Test
  void leavesWhatHasToBeMadeIntoSomethingElseToTheEngine() {
    Field formatted = scalar("name", TEXT, TEXT);
    formatted.setTransformation(new Transformation());
    Field optional = scalar("name", TEXT, TEXT);
    optional.setWrapper(new Wrapper(WrapperType.OPTIONAL, "java.util.Optional"));
    assertThat(plain(scalar("at", "java.time.OffsetDateTime", TEXT))).isNull();
    assertThat(plain(scalar("share", "double", "java.lang.Float"))).isNull();
    assertThat(plain(formatted)).isNull();
    assertThat(plain(optional)).isNull();
  }

  @Test
  void saysWhichMethodItCannotRead() {
    Field missing = scalar("missing", TEXT, TEXT);
    Thing thing = new Thing("lamp", 0, List.of());
    assertThatThrownBy(() -> read(Thing.class, missing, thing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Thing has no readable missing");
  }

  private @Nullable Object read(Class<?> owner, Field field, Object source) {
    Type type = new Type(owner.getName(), owner.getSimpleName(), null);
    PlainField plain = fields.getFieldDataFetcher(field, type, type);
    assertThat(plain).isNotNull();
    return plain.get(null, source, null);
  }

  private @Nullable PlainField plain(Field field) {
    Type type = new Type(Thing.class.getName(), "Thing", null);
    return fields.getFieldDataFetcher(field, type, type);
  }

  private static Field scalar(String name, String type, String engine) {
    return new Field(name, name, name, new Scalar(type, engine));
  }

  private static final class Scalar extends Reference {
    Scalar(String type, String engine) {
      super(type, type, ReferenceType.SCALAR);
      setGraphQLClassName(engine);
    }
  }
}
