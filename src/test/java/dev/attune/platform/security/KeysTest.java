package dev.attune.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.platform.audit.Audit;
import dev.attune.platform.audit.AuditEntry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeysTest {
  private static final KeySettings NONE = new KeySettings(Optional.empty(), Optional.empty());

  @Inject PgKeyStore store;
  @Inject Audit audit;
  @Inject Keys configured;

  @Test
  void makesKeysOncePrintsThemOnceAndKeepsOnlyTheirHashes() {
    List<String> printed = printedWhileLoading();
    assertThat(printed).hasSize(2);
    String write = key(printed.get(0), "wk_");
    String secret = key(printed.get(1), "sk_");

    Keys restarted = keys(NONE);
    assertThat(printedWhileLoading()).isEmpty();
    restarted.load();
    assertThat(restarted.check(write)).contains(KeyKind.WRITE);
    assertThat(restarted.check(secret)).contains(KeyKind.SECRET);
    assertThat(restarted.check(write + "x")).isEmpty();
    assertThat(restarted.check("")).isEmpty();
    assertThat(store.find(KeyKind.WRITE).orElseThrow()).hasSize(32);
    assertThat(audit.recent(100).await().atMost(Duration.ofSeconds(10)))
        .extracting(AuditEntry::what)
        .contains("key.created");
  }

  @Test
  void takesTheKeysThatTheShopChose() {
    assertThat(configured.check("test-write-key")).contains(KeyKind.WRITE);
    assertThat(configured.check("test-secret-key")).contains(KeyKind.SECRET);
  }

  @Test
  void refusesToStartWithOneKeyForBoth() {
    Keys same = keys(new KeySettings(Optional.of("same"), Optional.of("same")));
    assertThatThrownBy(same::load).hasMessageContaining("must differ");
  }

  private Keys keys(KeySettings settings) {
    return new Keys(settings, store, audit, Clock.systemUTC());
  }

  private List<String> printedWhileLoading() {
    List<String> printed = new ArrayList<>();
    Handler handler = new Recorder(printed);
    Logger logger = Logger.getLogger(Keys.class.getName());
    logger.addHandler(handler);
    try {
      keys(NONE).load();
    } finally {
      logger.removeHandler(handler);
    }
    return printed;
  }

  private static String key(String line, String prefix) {
    Matcher key = Pattern.compile(prefix + "[A-Za-z0-9_-]{43}").matcher(line);
    assertThat(key.find()).as(line).isTrue();
    return key.group();
  }

  private static final class Recorder extends Handler {
    private final List<String> printed;

    Recorder(List<String> printed) {
      this.printed = printed;
    }

    @Override
    public void publish(LogRecord line) {
      Object[] parameters = line.getParameters();
      printed.add(
          parameters == null ? line.getMessage() : String.format(line.getMessage(), parameters));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
