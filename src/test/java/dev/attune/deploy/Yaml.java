package dev.attune.deploy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Manifests read strictly: a field, a kind or a version that Kubernetes does not have fails. */
final class Yaml {
  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Stream.of(
              ConfigMap.class,
              Deployment.class,
              HorizontalPodAutoscaler.class,
              Ingress.class,
              Namespace.class,
              NetworkPolicy.class,
              PodDisruptionBudget.class,
              Secret.class,
              Service.class,
              ServiceAccount.class,
              StatefulSet.class)
          .collect(
              Collectors.toMap(
                  (Class<? extends HasMetadata> type) ->
                      HasMetadata.getApiVersion(type) + "/" + HasMetadata.getKind(type),
                  Function.identity()));

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(new WithoutCatchAll())
          .build();

  private Yaml() {}

  /** The documents of one file. */
  static List<JsonNode> read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static List<JsonNode> parse(String text) throws IOException {
    // Over a parser, since only then a document that is a list stays one.
    try (var parser = MAPPER.createParser(text);
        var documents = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(parser)) {
      return documents.readAll();
    }
  }

  /** The object as the Kubernetes client's own class, or an exception that names what is wrong. */
  static HasMetadata strictly(JsonNode object) {
    String kind = object.path("apiVersion").asText() + "/" + object.path("kind").asText();
    Class<? extends HasMetadata> type = KINDS.get(kind);
    if (type == null) {
      throw new IllegalArgumentException("not a kind that these manifests use: " + kind);
    }
    try {
      return MAPPER.treeToValue(object, type);
    } catch (IOException e) {
      throw new IllegalArgumentException(kind + ": " + e.getMessage(), e);
    }
  }

  /** Takes from the model classes the map in which they would keep what they do not know. */
  private static final class WithoutCatchAll extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(Annotated member) {
      return false;
    }
  }
}
