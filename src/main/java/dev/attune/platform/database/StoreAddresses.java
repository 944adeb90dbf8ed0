package dev.attune.platform.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells both datasources where their database is: at the URL that was configured, or in the
 * embedded server, which this starts. While the build augments there is nothing to tell.
 */
public final class StoreAddresses implements ConfigSourceFactory {
  /** Above application.properties (250), below environment variables (300). */
  private static final int ORDINAL = 275;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    if (augmenting()) {
      return List.of();
    }
    Map<String, String> settings = new HashMap<>();
    for (Store store : Store.values()) {
      String url = value(context, store.urlSetting());
      StoreAddress address =
          url == null
              ? EmbeddedPostgreSql.in(dataDirectory(context)).address(store)
              : StoreAddress.parse(store.urlSetting(), url);
      settings.putAll(address.settings(store));
      settings.put("attune." + store.id() + ".embedded", Boolean.toString(url == null));
    }
    return List.of(new PropertiesConfigSource(settings, "store addresses", ORDINAL));
  }

  private static boolean augmenting() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    String name = String.valueOf(loader);
    return name.contains("Deployment Class Loader") || name.contains("Augmentation Class Loader");
  }

  private static Path dataDirectory(ConfigSourceContext context) {
    String directory = value(context, "attune.data-dir");
    return Path.of(directory == null ? "data" : directory);
  }

  private static @Nullable String value(ConfigSourceContext context, String name) {
    ConfigValue value = context.getValue(name);
    return value == null || value.getValue() == null || value.getValue().isBlank()
        ? null
        : value.getValue();
  }
}
