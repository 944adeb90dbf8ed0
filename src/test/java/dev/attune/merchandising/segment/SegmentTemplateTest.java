package dev.attune.merchandising.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.merchandising.condition.Conditions;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class SegmentTemplateTest {
  @Test
  void everyOneIsAConditionInTheShopsOwnMoney() {
    Currency euro = Currency.getInstance("EUR");
    for (SegmentTemplate template : SegmentTemplate.values()) {
      String condition = template.condition(euro);
      assertThat(Conditions.ofShopper("segment.condition", condition)).isNotNull();
      assertThat(condition).doesNotContain("USD", "%");
    }
    assertThat(SegmentTemplate.VIP.condition(euro)).contains("spent_365d['EUR'] >= 1000.0");
  }
}
