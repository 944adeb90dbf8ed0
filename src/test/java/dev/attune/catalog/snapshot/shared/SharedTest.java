package dev.attune.catalog.snapshot.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.Attribute;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedTest {
  private final SharedAttributes attributes = new SharedAttributes(new Shared());

  @Test
  void readsAttributesAsTheStoreWritesThem() {
    assertThat(read("[[\"Size\", \"43.2 cm\"], [\"Ports\", \"USB\", \"HDMI, [2]\"]]"))
        .containsExactly(
            new Attribute("size", "Size", List.of("43.2 cm")),
            new Attribute("ports", "Ports", List.of("USB", "HDMI, [2]")));
    assertThat(read("[]")).isEmpty();
  }

  @Test
  void readsEscapedAttributes() {
    assertThat(read("[[\"Size\", \"17\\\" \\\\ wide\"]]"))
        .containsExactly(new Attribute("size", "Size", List.of("17\" \\ wide")));
  }

  @Test
  void putsLabelsWithOneKeyTogether() {
    assertThat(read("[[\"USB port\", \"yes\"], [\"Usb Port\", \"yes\", \"2\"]]"))
        .containsExactly(new Attribute("usb_port", "USB port", List.of("yes", "2")));
  }

  @Test
  void equalAttributesAreOneObject() {
    assertThat(read("[[\"Color\", \"Oat\"]]").get(0))
        .isSameAs(read("[[\"Color\", \"Oat\"]]").get(0));
  }

  @Test
  void equalAttributesReadTogetherAreOneObject() {
    String text = "[[\"USB port\", \"yes\"], [\"Usb Port\", \"2\"]]";
    assertThat(read(text).get(0)).isSameAs(read(text).get(0));
  }

  @Test
  void readsMoreAttributesThanMostProductsHave() {
    String text =
        IntStream.range(0, 200)
            .mapToObj(i -> "[\"Label " + i + "\", \"gr\u00fcn\"]")
            .collect(Collectors.joining(", ", "[", "]"));
    assertThat(read(text)).hasSize(200).contains(attribute("label_7", "Label 7", "gr\u00fcn"));
  }

  private static Attribute attribute(String name, String label, String value) {
    return new Attribute(name, label, List.of(value));
  }

  /** From the middle of some bytes. */
  private List<Attribute> read(String text) {
    byte[] bytes = ("[[\"" + text + "]]").getBytes(StandardCharsets.UTF_8);
    return attributes.read(bytes, 3, bytes.length - 2);
  }
}
