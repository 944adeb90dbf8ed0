package dev.attune.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The house, top to bottom: a package imports only packages below it. */
class PackageOrderTest {
  private static final String ROOT = "dev.attune.";

  /** Top to bottom; a line with several names holds rooms of one floor that may see each other. */
  private static final List<List<String>> HOUSE =
      List.of(
          List.of("demo"),
          List.of("command"),
          List.of("http"),
          List.of("graphql"),
          List.of("merchandising.impact"),
          List.of("decision.slot"),
          List.of("decision.rank", "decision.filter", "decision.source"),
          List.of("decision"),
          List.of("search"),
          List.of("models"),
          List.of("experiments"),
          List.of("merchandising"),
          List.of("record"),
          List.of("ingest"),
          List.of("profile"),
          List.of("privacy"),
          List.of("identity"),
          List.of("events"),
          List.of("catalog"),
          List.of("platform"),
          List.of("simulator"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.attune");

  @Test
  void everyPackageHasItsFloor() {
    TreeSet<String> homeless = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (floor(type) < 0) {
        homeless.add(type.getPackageName());
      }
    }
    assertThat(homeless).isEmpty();
    assertThat(CLASSES.size()).isGreaterThan(100);
  }

  @Test
  void packagesImportOnlyWhatIsBelowThem() {
    List<String> climbing = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        if (target.getPackageName().startsWith("dev.attune") && floor(target) < floor(type)) {
          climbing.add(type.getName() + " uses " + target.getName());
        }
      }
    }
    assertThat(climbing).isEmpty();
  }

  @Test
  void theSimulatorKnowsNothingOfWhatItIsUsedToScore() {
    List<String> peeking = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getPackageName();
        boolean inside = type.getPackageName().startsWith(ROOT + "simulator");
        if (inside && target.startsWith(ROOT) && !target.startsWith(ROOT + "simulator")) {
          peeking.add(type.getName() + " uses " + target);
        }
      }
    }
    assertThat(peeking).isEmpty();
  }

  private static int floor(JavaClass type) {
    String room = type.getPackageName() + ".";
    int found = -1;
    int longest = 0;
    for (int i = 0; i < HOUSE.size(); i++) {
      for (String name : HOUSE.get(i)) {
        if (room.startsWith(ROOT + name + ".") && name.length() > longest) {
          found = i;
          longest = name.length();
        }
      }
    }
    return found;
  }
}
