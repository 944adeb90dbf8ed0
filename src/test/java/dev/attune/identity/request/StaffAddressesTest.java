package dev.attune.identity.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaffAddressesTest {
  @Test
  void areSingleOnesAndRangesOfBothKinds() {
    StaffAddresses staff = staff("203.0.113.7", "198.51.100.0/24", "2001:db8::/48");
    assertThat(List.of("203.0.113.7", "198.51.100.0", "198.51.100.255", "2001:db8:0:1::5"))
        .allMatch(staff::has);
    assertThat(List.of("203.0.113.8", "198.51.101.1", "2001:db8:1::5", "no address"))
        .noneMatch(staff::has);
    assertThat(staff.has(null)).isFalse();
    assertThat(new StaffAddresses(Optional.empty()).has("203.0.113.7")).isFalse();
  }

  @Test
  void saysWhatIsNone() {
    for (String wrong : List.of("office", "198.51.100.0/33", "198.51.100.0/x")) {
      assertThatThrownBy(() -> staff(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("attune.staff.addresses")
          .hasMessageContaining(wrong);
    }
  }

  private static StaffAddresses staff(String... ranges) {
    return new StaffAddresses(Optional.of(List.of(ranges)));
  }
}
