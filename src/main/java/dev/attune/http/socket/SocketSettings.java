package dev.attune.http.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one WebSocket may ask for. */
@ConfigMapping(prefix = "attune.graphql.socket")
public interface SocketSettings {
  /** How many operations may run on one connection at a time. */
  @WithDefault("10")
  int operations();

  /** A connection that has not begun with {@code connection_init} by then is closed with 4408. */
  @WithDefault("PT10S")
  Duration initWithin();
}
