package dev.attune.identity.request;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where the shop's own people sit: {@code 203.0.113.7}, {@code 198.51.100.0/24}, {@code
 * 2001:db8::/48}.
 */
@ApplicationScoped
public class StaffAddresses {
  private static final int ANY_PORT = 1;

  private final List<IpSubnetFilterRule> rules;

  /**
   * @throws IllegalArgumentException for what is no address and no range of them
   */
  StaffAddresses(@ConfigProperty(name = "attune.staff.addresses") Optional<List<String>> ranges) {
    this.rules = ranges.orElse(List.of()).stream().map(StaffAddresses::rule).toList();
  }

  private static IpSubnetFilterRule rule(String range) {
    String[] parts = range.strip().split("/", 2);
    @Nullable InetAddress address = NetUtil.createInetAddressFromIpAddressString(parts[0]);
    try {
      if (address != null) {
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : address.getAddress().length * 8;
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
      }
    } catch (IllegalArgumentException noPrefix) {
      throw wrong(range, noPrefix);
    }
    throw wrong(range, null);
  }

  private static IllegalArgumentException wrong(String range, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "attune.staff.addresses: '"
            + range
            + "' is neither an address nor a range such as"
            + " 198.51.100.0/24",
        cause);
  }

  boolean has(@Nullable String address) {
    @Nullable InetAddress known =
        rules.isEmpty() || address == null
            ? null
            : NetUtil.createInetAddressFromIpAddressString(address);
    return known != null
        && rules.stream().anyMatch(rule -> rule.matches(new InetSocketAddress(known, ANY_PORT)));
  }
}
