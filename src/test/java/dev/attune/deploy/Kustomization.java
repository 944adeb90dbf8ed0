package dev.attune.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The part of Kustomize that this repository's manifests use. Whatever it does not know it refuses,
 * so that a manifest cannot mean one thing here and another in a cluster.
 */
final class Kustomization {
  private static final Set<String> KNOWN =
      Set.of(
          "apiVersion",
          "kind",
          "namespace",
          "resources",
          "patches",
          "replicas",
          "images",
          "generatorOptions",
          "secretGenerator");

  /** What tells the items of a list apart when a strategic merge patch meets it. */
  private static final Map<String, String> MERGE_KEYS =
      Map.of("containers", "name", "env", "name", "volumes", "name", "volumeMounts", "mountPath");

  private final Path folder;
  private final JsonNode file;
  private final List<JsonNode> objects = new ArrayList<>();

  private Kustomization(Path folder) {
    this.folder = folder;
    this.file = Yaml.read(folder.resolve("kustomization.yaml")).get(0);
    file.fieldNames().forEachRemaining(name -> require(KNOWN.contains(name), "unknown: " + name));
  }

  /** The objects that {@code kubectl apply -k} would send for a folder, in no order. */
  static List<JsonNode> render(Path folder) {
    Kustomization kustomization = new Kustomization(folder);
    kustomization.collect();
    kustomization.patch();
    kustomization.transform();
    return List.copyOf(kustomization.objects);
  }

  private void collect() {
    for (JsonNode resource : file.path("resources")) {
      Path path = folder.resolve(resource.asText()).normalize();
      objects.addAll(path.toFile().isDirectory() ? render(path) : Yaml.read(path));
    }
    for (JsonNode generator : file.path("secretGenerator")) {
      objects.add(secret((ObjectNode) generator));
    }
  }

  private JsonNode secret(ObjectNode generator) {
    boolean named = file.at("/generatorOptions/disableNameSuffixHash").asBoolean();
    require(named, "a generated name needs disableNameSuffixHash");
    ObjectNode secret = generator.objectNode().put("apiVersion", "v1").put("kind", "Secret");
    secret.putObject("metadata").set("name", generator.get("name"));
    ObjectNode data = secret.put("type", "Opaque").putObject("data");
    for (JsonNode literal : generator.path("literals")) {
      String[] pair = literal.asText().split("=", 2);
      byte[] value = pair[1].getBytes(StandardCharsets.UTF_8);
      data.put(pair[0], Base64.getEncoder().encodeToString(value));
    }
    return secret;
  }

  private void patch() {
    for (JsonNode entry : file.path("patches")) {
      JsonNode patch = Yaml.read(folder.resolve(entry.path("path").asText())).get(0);
      JsonNode target = patch.isArray() ? entry.path("target") : patch;
      String name = patch.isArray() ? target.path("name").asText() : nameOf(patch);
      int index = only(target.path("kind").asText(), name);
      JsonNode before = objects.get(index);
      if (patch.isArray()) {
        objects.set(index, JsonPatch.apply(patch, before));
      } else if (patch.path("$patch").asText().equals("delete")) {
        objects.remove(index);
      } else {
        require(before.get("apiVersion").equals(patch.get("apiVersion")), "apiVersion: " + entry);
        merge((ObjectNode) before, (ObjectNode) patch);
      }
    }
  }

  private static void merge(ObjectNode into, ObjectNode patch) {
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      JsonNode value = field.getValue();
      JsonNode before = into.path(field.getKey());
      if (value.isNull()) {
        into.remove(field.getKey());
      } else if (value.isObject() && before.isObject()) {
        merge((ObjectNode) before, (ObjectNode) value);
      } else if (value.isArray() && before.isArray() && value.path(0).isObject()) {
        mergeItems(field.getKey(), (ArrayNode) before, value);
      } else {
        into.set(field.getKey(), value);
      }
    }
  }

  private static void mergeItems(String list, ArrayNode into, JsonNode patch) {
    String key = MERGE_KEYS.get(list);
    require(key != null, "no merge key for " + list + ": use a JSON patch");
    for (JsonNode item : patch) {
      List<JsonNode> same = new ArrayList<>();
      into.forEach(
          old -> same.addAll(old.path(key).equals(item.get(key)) ? List.of(old) : List.of()));
      if (same.isEmpty()) {
        into.insert(0, item);
      } else {
        merge((ObjectNode) same.get(0), (ObjectNode) item);
      }
    }
  }

  private void transform() {
    for (JsonNode entry : file.path("replicas")) {
      JsonNode scaled = objects.get(only("Deployment", entry.path("name").asText()));
      ((ObjectNode) scaled.get("spec")).set("replicas", entry.get("count"));
    }
    for (JsonNode entry : file.path("images")) {
      List<ObjectNode> containers = containersOf(entry.path("name").asText());
      require(!containers.isEmpty(), "no container has the image " + entry);
      containers.forEach(container -> container.put("image", imageOf(entry)));
    }
    if (file.has("namespace")) {
      for (JsonNode object : objects) {
        boolean itself = object.path("kind").asText().equals("Namespace");
        String field = itself ? "name" : "namespace";
        ((ObjectNode) object.get("metadata")).set(field, file.get("namespace"));
      }
    }
  }

  private List<ObjectNode> containersOf(String image) {
    List<ObjectNode> found = new ArrayList<>();
    for (JsonNode object : objects) {
      for (JsonNode container : object.at("/spec/template/spec/containers")) {
        if (container.path("image").asText().split(":")[0].equals(image)) {
          found.add((ObjectNode) container);
        }
      }
    }
    return found;
  }

  private static String imageOf(JsonNode entry) {
    String name = entry.path("newName").asText(entry.path("name").asText());
    return name + ":" + entry.path("newTag").asText();
  }

  private int only(String kind, String name) {
    Predicate<JsonNode> wanted =
        object -> object.path("kind").asText().equals(kind) && nameOf(object).equals(name);
    List<JsonNode> found = objects.stream().filter(wanted).toList();
    require(found.size() == 1, found.size() + " objects are " + kind + " " + name);
    return objects.indexOf(found.get(0));
  }

  private static String nameOf(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  private static void require(boolean held, String otherwise) {
    if (!held) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
