package dev.attune.graphql.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every operation that is not a shopper's own, asked without the role: one and the same answer. */
@QuarkusTest
class WithoutTheRoleTest {
  private static final Set<String> OF_SHOPPERS =
      Set.of(
          "forgetMe",
          "identify",
          "notInterested",
          "savePreferences",
          "setConsent",
          "track",
          "undoNotInterested");

  private static final TypeDefinitionRegistry SCHEMA =
      new SchemaParser().parse(Path.of("graphql-schema", "schema.graphql").toFile());

  private static Stream<FieldDefinition> fields(String type) {
    return SCHEMA
        .getType(type, ObjectTypeDefinition.class)
        .orElseThrow()
        .getFieldDefinitions()
        .stream();
  }

  @Test
  void everyWriteIsRefusedInTheSameWordsWhateverIsWritten() {
    List<String> writes =
        fields("Mutation")
            .filter(field -> !OF_SHOPPERS.contains(field.getName()))
            .map(field -> "mutation { " + call(field) + " }")
            .toList();
    assertThat(writes).hasSizeGreaterThan(30);
    GraphQl analyst = GraphQl.nobody().signedIn("wr-analyst", "analyst");
    GraphQl shopper = GraphQl.visitor("wr-shopper").signedIn("wr-shopper");
    GraphQl stranger = GraphQl.visitor("wr-stranger");
    String words = stranger.ask(writes.get(0)).getString("errors[0].message");
    for (String write : writes) {
      for (GraphQl who : List.of(analyst, shopper, stranger)) {
        JsonPath answer = who.ask(write);
        assertThat(answer.getString("errors[0].extensions.code"))
            .as(write + answer.prettify())
            .isEqualTo("FORBIDDEN");
        assertThat(answer.getString("errors[0].message")).as(write).isEqualTo(words);
        assertThat(answer.getList("errors")).as(write).hasSize(1);
      }
    }
  }

  @Test
  void everyReadOfAnOperatorIsRefusedInTheSameWords() {
    List<String> reads =
        fields("Query")
            .filter(WithoutTheRoleTest::isOfOperators)
            .map(field -> "{ " + call(field) + " }")
            .toList();
    assertThat(reads).hasSizeGreaterThan(15);
    String words = GraphQl.nobody().ask("{ rules { totalCount } }").getString("errors[0].message");
    for (String read : reads) {
      JsonPath answer = GraphQl.visitor("wr-stranger").ask(read);
      assertThat(answer.getString("errors[0].extensions.code"))
          .as(read + answer.prettify())
          .isEqualTo("FORBIDDEN");
      assertThat(answer.getString("errors[0].message")).as(read).isEqualTo(words);
    }
  }

  private static boolean isOfOperators(FieldDefinition field) {
    return field.getDescription() != null
        && field
            .getDescription()
            .getContent()
            .matches("(?s).*For (merchandisers|operators|admins).*");
  }

  /** With what must be said, and the first scalar that can be read. */
  private static String call(FieldDefinition field) {
    String said =
        field.getInputValueDefinitions().stream()
            .filter(one -> one.getType() instanceof NonNullType && one.getDefaultValue() == null)
            .map(one -> one.getName() + ": " + value(one))
            .collect(Collectors.joining(", "));
    return field.getName() + (said.isEmpty() ? "" : "(" + said + ")") + selection(field.getType());
  }

  private static String selection(Type<?> type) {
    return SCHEMA
        .getType(name(type), ObjectTypeDefinition.class)
        .map(object -> " { __typename }")
        .orElse("");
  }

  private static String value(InputValueDefinition one) {
    return value(one.getType());
  }

  private static String value(Type<?> type) {
    if (type instanceof NonNullType nonNull) {
      return value(nonNull.getType());
    }
    if (type instanceof ListType) {
      return "[]";
    }
    String name = name(type);
    return switch (name) {
      case "Int", "Float" -> "0";
      case "Boolean" -> "false";
      default ->
          SCHEMA
              .getType(name, EnumTypeDefinition.class)
              .map(one -> one.getEnumValueDefinitions().get(0).getName())
              .or(() -> SCHEMA.getType(name, InputObjectTypeDefinition.class).map(it -> object(it)))
              .orElse("\"wr\"");
    };
  }

  private static String object(InputObjectTypeDefinition type) {
    return type.getInputValueDefinitions().stream()
        .filter(one -> one.getType() instanceof NonNullType && one.getDefaultValue() == null)
        .map(one -> one.getName() + ": " + value(one))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String name(Type<?> type) {
    if (type instanceof NonNullType nonNull) {
      return name(nonNull.getType());
    }
    return type instanceof ListType list ? name(list.getType()) : ((TypeName) type).getName();
  }
}
