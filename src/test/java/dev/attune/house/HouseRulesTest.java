package dev.attune.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What else the house holds to: who knows which library, and how large a room may be. */
class HouseRulesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/attune");
  private static final int LONGEST_FILE = 300;
  private static final int MOST_FILES = 16;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.attune");

  @Test
  void onlyTheGraphQlPackageKnowsMicroProfileGraphQl() {
    assertThat(users("org.eclipse.microprofile.graphql", "io.smallrye.graphql"))
        .allMatch(name -> name.startsWith("dev.attune.graphql."));
  }

  @Test
  void onlyPgClassesAndThePlatformKnowTheDatabase() {
    assertThat(
            users(
                "io.vertx.mutiny.sqlclient",
                "io.vertx.sqlclient",
                "io.vertx.pgclient",
                "io.vertx.mutiny.pgclient",
                "java.sql",
                "javax.sql",
                "org.postgresql",
                "org.hibernate",
                "jakarta.persistence"))
        .allMatch(
            name ->
                name.startsWith("dev.attune.platform.")
                    || name.substring(name.lastIndexOf('.') + 1).startsWith("Pg"));
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    List<Path> silent = new ArrayList<>();
    for (Path directory : packages().keySet()) {
      Path info = directory.resolve("package-info.java");
      if (!Files.exists(info)
          || !Files.readString(info).startsWith("/**")
          || !Files.readString(info).contains("@NullMarked")) {
        silent.add(directory);
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void filesAndPackagesStaySmall() throws IOException {
    Map<Path, List<Path>> packages = packages();
    packages.forEach(
        (directory, files) ->
            assertThat(files).as("files in " + directory).hasSizeLessThanOrEqualTo(MOST_FILES));
    List<String> tooLong = new ArrayList<>();
    for (List<Path> files : packages.values()) {
      for (Path file : files) {
        long lines = lines(file);
        if (lines > LONGEST_FILE) {
          tooLong.add(file + " has " + lines + " lines");
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  private static List<String> users(String... libraries) {
    List<String> users = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getPackageName();
        if (Stream.of(libraries).anyMatch(library -> (target + ".").startsWith(library + "."))) {
          users.add(type.getName());
          break;
        }
      }
    }
    return users;
  }

  private static Map<Path, List<Path>> packages() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.toList()));
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
