package dev.attune.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Draws the demo shop's pictures as SVG: 400 by 400 for products and variants, 1200 by 480 for
 * heroes and guides. The same id always gives the same text.
 */
public final class DemoPictures {
  private final Map<String, Subject> products;
  private final Map<String, Scene> scenes;
  private final Motifs motifs;

  private DemoPictures(Map<String, Subject> products, Map<String, Scene> scenes, Motifs motifs) {
    this.products = Map.copyOf(products);
    this.scenes = Map.copyOf(scenes);
    this.motifs = motifs;
  }

  /**
   * The pictures of {@code demo/pictures.json} with the motifs of {@code demo/motifs}.
   *
   * @throws java.io.UncheckedIOException when a resource is missing or unreadable
   */
  public static DemoPictures load() {
    JsonNode all = DemoResources.json("pictures.json");
    Map<String, Subject> products = new HashMap<>();
    all.get("products").properties().forEach(e -> products.put(e.getKey(), of(e.getValue())));
    Map<String, Scene> scenes = new HashMap<>();
    all.get("scenes").properties().forEach(e -> scenes.put(e.getKey(), scene(e.getValue())));
    List<Subject> drawn = new ArrayList<>(products.values());
    scenes.values().forEach(scene -> drawn.addAll(scene.subjects()));
    return new DemoPictures(products, scenes, Motifs.of(drawn));
  }

  /**
   * The picture of a product, variant, hero or guide.
   *
   * @param id as in the feed's {@code id} or {@code item_group_id}, or a hero's or guide's id
   * @return a complete SVG document, or empty for an id that nobody drew
   */
  public Optional<String> svg(String id) {
    if (products.containsKey(id)) {
      return Optional.of(Canvas.square(id, products.get(id), motifs));
    }
    return Optional.ofNullable(scenes.get(id)).map(scene -> Canvas.wide(id, scene, motifs));
  }

  /** All ids that have a picture. */
  public Set<String> ids() {
    Set<String> ids = new TreeSet<>(products.keySet());
    ids.addAll(scenes.keySet());
    return ids;
  }

  private static Subject of(JsonNode node) {
    return new Subject(
        node.get("motif").asText(),
        Colour.of(node.get("colour").asText()),
        Colour.of(node.get("accent").asText()));
  }

  private static Scene scene(JsonNode node) {
    List<Subject> subjects = new ArrayList<>();
    node.get("motifs").forEach(motif -> subjects.add(of(motif)));
    return new Scene(Colour.of(node.get("tone").asText()), subjects);
  }

  /** One motif in its colours. */
  record Subject(String motif, Colour colour, Colour accent) {}

  /** Several motifs side by side in front of one tone, the middle one largest. */
  record Scene(Colour tone, List<Subject> subjects) {
    Scene {
      subjects = List.copyOf(subjects);
    }
  }
}
