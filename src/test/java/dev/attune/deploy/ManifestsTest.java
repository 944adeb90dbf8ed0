package dev.attune.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManifestsTest {
  private static final Path ROOT = Path.of("k8s");
  private static final Map<String, String> SECRETS =
      Map.of(
          "ATTUNE_CATALOG_URL", "catalog-url",
          "ATTUNE_CUSTOMER_URL", "customer-url",
          "ATTUNE_WRITE_KEY", "write-key",
          "ATTUNE_SECRET_KEY", "secret-key");

  @Test
  void everyManifestIsOneThatKubernetesUnderstands() throws IOException {
    List<Path> manifests =
        files().stream()
            .filter(file -> !file.endsWith("kustomization.yaml"))
            .filter(file -> !file.toString().endsWith(".patch.yaml"))
            .toList();
    assertTrue(manifests.size() >= 10, "found only " + manifests);
    manifests.forEach(file -> Yaml.read(file).forEach(Yaml::strictly));
  }

  @Test
  void aMistypedFieldIsNoticedHoweverDeepItIs() throws IOException {
    String text = Files.readString(ROOT.resolve("base/deployment.yaml"));
    String mistyped = text.replace("readOnlyRootFilesystem", "readOnlyRootFileSystem");
    JsonNode object = Yaml.parse(mistyped).get(0);
    Exception refusal = assertThrows(IllegalArgumentException.class, () -> Yaml.strictly(object));
    assertTrue(refusal.getMessage().contains("readOnlyRootFileSystem"), refusal.getMessage());
  }

  @Test
  void everyFileIsNamedByTheKustomizationBesideIt() throws IOException {
    for (Path file : files()) {
      if (!file.endsWith("kustomization.yaml")) {
        JsonNode kustomization = Yaml.read(file.resolveSibling("kustomization.yaml")).get(0);
        Set<String> named = new TreeSet<>(kustomization.path("patches").findValuesAsText("path"));
        kustomization.path("resources").forEach(resource -> named.add(resource.asText()));
        assertTrue(named.contains(file.getFileName().toString()), file + " is used by nobody");
      }
    }
  }

  @Test
  void aPatchWithoutAnObjectToChangeIsRefused(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("kustomization.yaml"), "patches: [{path: a.patch.yaml}]");
    Files.writeString(
        folder.resolve("a.patch.yaml"), "{kind: Deployment, metadata: {name: nobody}}");
    Exception refusal =
        assertThrows(IllegalArgumentException.class, () -> Kustomization.render(folder));
    assertEquals("0 objects are Deployment nobody", refusal.getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void isRenderedAsKustomizeItselfDoes(Rendered rendered) throws Exception {
    assumeTrue(kubectlIsInstalled(), "kubectl is not installed");
    Process kubectl = run("kubectl", "kustomize", rendered.folder().toString());
    String output = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, kubectl.waitFor());
    List<JsonNode> theirs = Yaml.parse(output);
    theirs.forEach(ManifestsTest::joinSecretLines);
    assertEquals(Set.copyOf(theirs), Set.copyOf(Kustomization.render(rendered.folder())));
  }

  @ParameterizedTest
  @EnumSource
  void everyProbeAsksWhatItsNameSays(Rendered rendered) {
    Container gateway = rendered.gateway();
    assertEquals("/q/health/started", gateway.getStartupProbe().getHttpGet().getPath());
    assertEquals("/q/health/live", gateway.getLivenessProbe().getHttpGet().getPath());
    assertEquals("/q/health/ready", gateway.getReadinessProbe().getHttpGet().getPath());
  }

  @ParameterizedTest
  @EnumSource
  void everyPodRunsAsNobodyOnAFileSystemItCannotWrite(Rendered rendered) {
    for (PodSpec pod : rendered.pods()) {
      assertTrue(pod.getSecurityContext().getRunAsNonRoot());
      assertTrue(pod.getSecurityContext().getRunAsUser() > 0);
      assertEquals("RuntimeDefault", pod.getSecurityContext().getSeccompProfile().getType());
      assertFalse(pod.getAutomountServiceAccountToken());
      for (Container container : pod.getContainers()) {
        assertTrue(container.getSecurityContext().getReadOnlyRootFilesystem());
        assertFalse(container.getSecurityContext().getAllowPrivilegeEscalation());
        assertEquals(List.of("ALL"), container.getSecurityContext().getCapabilities().getDrop());
        assertTrue(
            container.getResources().getLimits().keySet().containsAll(Set.of("cpu", "memory")));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyMountHasItsVolumeAndTheDataFolderIsOneOfThem(Rendered rendered) {
    Set<String> mounts =
        rendered.gateway().getVolumeMounts().stream()
            .map(VolumeMount::getMountPath)
            .collect(Collectors.toSet());
    assertEquals(Set.of("/tmp", rendered.settings().get("ATTUNE_DATA_DIR")), mounts);
    for (VolumeMount mount : rendered.gateway().getVolumeMounts()) {
      assertTrue(
          rendered.pod().getVolumes().stream()
              .anyMatch(volume -> volume.getName().equals(mount.getName())));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everySecretIsReferredToAndNeverWrittenDown(Rendered rendered) throws IOException {
    for (EnvVar variable : rendered.gateway().getEnv()) {
      assertNull(variable.getValue());
      assertEquals("attune", variable.getValueFrom().getSecretKeyRef().getName());
      assertEquals(
          SECRETS.get(variable.getName()), variable.getValueFrom().getSecretKeyRef().getKey());
    }
    assertEquals(SECRETS.size(), rendered.gateway().getEnv().size());
    for (Path file : files()) {
      for (JsonNode document : Yaml.read(file)) {
        assertFalse(document.path("kind").asText().equals("Secret"), file + " holds a secret");
        boolean generates = document.has("secretGenerator");
        assertTrue(!generates || file.startsWith(Rendered.DEV.folder()), file + " makes a secret");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPortLeadsToTheOneThatTheGatewayListensOn(Rendered rendered) {
    var listening = rendered.gateway().getPorts().get(0);
    String port = listening.getContainerPort().toString();
    assertEquals(rendered.settings().get("QUARKUS_HTTP_PORT"), port);
    var annotations = rendered.deployment().getSpec().getTemplate().getMetadata().getAnnotations();
    assertEquals(port, annotations.get("prometheus.io/port"));
    assertEquals("/q/metrics", annotations.get("prometheus.io/path"));
    var served = rendered.service().getSpec().getPorts().get(0);
    assertEquals(listening.getName(), served.getTargetPort().getStrVal());
    assertEquals(
        rendered.deployment().getSpec().getTemplate().getMetadata().getLabels(),
        rendered.service().getSpec().getSelector());
  }

  @ParameterizedTest
  @EnumSource
  void aPodMayTakeAsLongToStopAsItsRequestsNeed(Rendered rendered) {
    String timeout = rendered.settings().get("QUARKUS_SHUTDOWN_TIMEOUT");
    long pause = rendered.gateway().getLifecycle().getPreStop().getSleep().getSeconds();
    long needed = pause + Long.parseLong(timeout.replace("s", ""));
    assertTrue(rendered.pod().getTerminationGracePeriodSeconds() > needed);
  }

  @ParameterizedTest
  @EnumSource
  void theImageIsTheGatewaysByWhateverRegistry(Rendered rendered) {
    String image = rendered.gateway().getImage();
    assertTrue(image.matches("(.+/)?attune(:(?!latest).+)?"), image);
  }

  @Test
  void theImagesAgreeWithTheManifests() throws IOException {
    String user = Rendered.BASE.pod().getSecurityContext().getRunAsUser().toString();
    for (String name : List.of("Dockerfile.jvm", "Dockerfile.native")) {
      String text = Files.readString(Path.of("src/main/docker", name));
      assertTrue(text.contains("\nUSER " + user + ":" + user + "\n"), name);
      String data = Rendered.BASE.settings().get("ATTUNE_DATA_DIR");
      assertTrue(text.contains("\nENV ATTUNE_DATA_DIR=" + data + "\n"), name);
    }
  }

  @Test
  void developmentIsOneReplicaWithTheDemoShopAndADatabase() {
    assertEquals(1, Rendered.DEV.deployment().getSpec().getReplicas());
    assertEquals("true", Rendered.DEV.settings().get("ATTUNE_DEMO_ENABLED"));
    assertTrue(Rendered.DEV.kinds().contains("StatefulSet"));
    assertFalse(Rendered.DEV.kinds().contains("HorizontalPodAutoscaler"));
    Set<String> generated = Rendered.DEV.secret().getData().keySet();
    assertTrue(generated.containsAll(SECRETS.values()), "the secret has only " + generated);
  }

  @Test
  void productionIsThreeReplicasOrMoreWithoutTheDemoShop() {
    var scaling = Rendered.PRODUCTION.autoscaler().getSpec();
    assertEquals(3, scaling.getMinReplicas());
    assertTrue(scaling.getMaxReplicas() > scaling.getMinReplicas());
    assertNull(Rendered.PRODUCTION.deployment().getSpec().getReplicas());
    assertEquals("false", Rendered.PRODUCTION.settings().get("ATTUNE_DEMO_ENABLED"));
    assertFalse(Rendered.PRODUCTION.kinds().contains("Secret"));
  }

  @Test
  void productionPublishesOnlyWhatShoppersNeedAndOnlyOverTls() {
    var ingress = Rendered.PRODUCTION.ingress().getSpec();
    Set<String> encrypted = Set.copyOf(ingress.getTls().get(0).getHosts());
    assertNotNull(ingress.getTls().get(0).getSecretName());
    for (var rule : ingress.getRules()) {
      assertTrue(encrypted.contains(rule.getHost()));
      for (var path : rule.getHttp().getPaths()) {
        assertTrue(
            path.getPath()
                .matches("/graphql|/ofrep/v1|/v1/(track|identify|page|screen|group|alias|batch)"));
        assertEquals("attune", path.getBackend().getService().getName());
        assertEquals("http", path.getBackend().getService().getPort().getName());
      }
    }
  }

  /** Kustomize breaks long Base64 into lines, which mean nothing. */
  private static void joinSecretLines(JsonNode object) {
    if (object.path("kind").asText().equals("Secret")) {
      ObjectNode data = (ObjectNode) object.get("data");
      data.properties()
          .forEach(e -> e.setValue(TextNode.valueOf(e.getValue().asText().replace("\n", ""))));
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(ROOT)) {
      return paths.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static boolean kubectlIsInstalled() throws InterruptedException {
    try {
      return run("kubectl", "version", "--client").waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static Process run(String... command) throws IOException {
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
