package dev.attune.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.http.limit.DocumentMeasure.Size;
import graphql.introspection.IntrospectionQuery;
import graphql.parser.Parser;
import org.junit.jupiter.api.Test;

class DocumentMeasureTest {
  @Test
  void countsFieldsDownwardsAndFragmentsNot() {
    assertThat(size("{a{b{c}}}").depth()).isEqualTo(3);
    assertThat(size("{a{...on T{b ...f}}} fragment f on T{c{d}}").depth()).isEqualTo(3);
    assertThat(size("{a} query b{a{b}}").depth()).isEqualTo(2);
  }

  @Test
  void countsWhatFragmentsSpreadTo() {
    Size size = size("{a{...f} b{...f} ...r} fragment f on T{x:c y:d @s} fragment r on Q{e g}");
    assertThat(size.aliases()).isEqualTo(4);
    assertThat(size.directives()).isEqualTo(2);
    assertThat(size.fields()).isEqualTo(4);
  }

  @Test
  void endsWhereFragmentsSpreadEachOther() {
    assertThat(size("{a{...f}} fragment f on T{x:b{...g}} fragment g on T{y:c{...f}}").aliases())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void measuresAFragmentBombInNoTime() {
    StringBuilder bomb = new StringBuilder("{...f0}");
    for (int i = 0; i < 200; i++) {
      bomb.append("fragment f%d on T{x:a{...f%d} y:a{...f%d}}".formatted(i, i + 1, i + 1));
    }
    assertThat(size(bomb + "fragment f200 on T{a}").aliases()).isGreaterThan(1000);
  }

  @Test
  void countsIntrospectionApart() {
    Size size = size(IntrospectionQuery.INTROSPECTION_QUERY);
    assertThat(size.depth()).isEqualTo(1);
    assertThat(size.introspectionDepth()).isBetween(10, 20);
    assertThat(size("{__schema{types{name}} a{b}}").depth()).isEqualTo(2);
  }

  private static Size size(String document) {
    return DocumentMeasure.of(new Parser().parseDocument(document));
  }
}
