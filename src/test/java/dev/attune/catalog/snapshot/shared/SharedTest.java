package dev.attune.catalog.snapshot.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.Attribute;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTest {
  private final SharedAttributes attributes = new SharedAttributes(new Shared());
  private final SharedTexts<String> texts = new SharedTexts<>();

  @Test
  void readsAttributesAsTheStoreWritesThem() {
    assertThat(attributes.read("[[\"Size\", \"43.2 cm\"], [\"Ports\", \"USB\", \"HDMI, [2]\"]]"))
        .containsExactly(
            new Attribute("size", "Size", List.of("43.2 cm")),
            new Attribute("ports", "Ports", List.of("USB", "HDMI, [2]")));
    assertThat(attributes.read("[]")).isEmpty();
  }

  @Test
  void readsEscapedAttributes() {
    assertThat(attributes.read("[[\"Size\", \"17\\\" \\\\ wide\"]]"))
        .containsExactly(new Attribute("size", "Size", List.of("17\" \\ wide")));
  }

  @Test
  void putsLabelsWithOneKeyTogether() {
    assertThat(attributes.read("[[\"USB port\", \"yes\"], [\"Usb Port\", \"yes\", \"2\"]]"))
        .containsExactly(new Attribute("usb_port", "USB port", List.of("yes", "2")));
  }

  @Test
  void equalAttributesAreOneObject() {
    assertThat(attributes.read("[[\"Color\", \"Oat\"]]").get(0))
        .isSameAs(attributes.read("[[\"Color\", \"Oat\"]]").get(0));
  }

  @Test
  void readsArraysAsTheStoreWritesThem() {
    assertThat(SharedTexts.read("{}")).isEmpty();
    assertThat(SharedTexts.read("{one}")).containsExactly("one");
    assertThat(SharedTexts.read("{one,two}")).containsExactly("one", "two");
    assertThat(SharedTexts.read("{\"a, b\",c,\"d \\\"e\\\" \\\\\",\"\"}"))
        .containsExactly("a, b", "c", "d \"e\" \\", "");
  }

  @Test
  void oneTextIsOneList() {
    assertThat(texts.one("{one,two}", all -> all)).isSameAs(texts.one("{one,two}", all -> all));
  }
}
