package dev.attune.deploy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The base and the overlays, as they would reach a cluster. */
enum Rendered {
  BASE("base"),
  DEV("overlays/dev"),
  PRODUCTION("overlays/production");

  private final Path folder;

  Rendered(String folder) {
    this.folder = Path.of("k8s").resolve(folder);
  }

  Path folder() {
    return folder;
  }

  List<HasMetadata> objects() {
    return Kustomization.render(folder).stream().<HasMetadata>map(Yaml::strictly).toList();
  }

  Set<String> kinds() {
    return objects().stream().map(HasMetadata::getKind).collect(Collectors.toSet());
  }

  Deployment deployment() {
    return attune(Deployment.class);
  }

  PodSpec pod() {
    return deployment().getSpec().getTemplate().getSpec();
  }

  Container gateway() {
    return pod().getContainers().get(0);
  }

  Map<String, String> settings() {
    return attune(ConfigMap.class).getData();
  }

  Service service() {
    return attune(Service.class);
  }

  Secret secret() {
    return attune(Secret.class);
  }

  Ingress ingress() {
    return attune(Ingress.class);
  }

  HorizontalPodAutoscaler autoscaler() {
    return attune(HorizontalPodAutoscaler.class);
  }

  /** Every pod that the objects would start: the gateway's, and a database's in development. */
  List<PodSpec> pods() {
    Stream<PodSpec> databases =
        objects().stream()
            .filter(StatefulSet.class::isInstance)
            .map(object -> ((StatefulSet) object).getSpec().getTemplate().getSpec());
    return Stream.concat(Stream.of(pod()), databases).toList();
  }

  private <T extends HasMetadata> T attune(Class<T> type) {
    return objects().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(object -> object.getMetadata().getName().equals("attune"))
        .findFirst()
        .orElseThrow();
  }
}
