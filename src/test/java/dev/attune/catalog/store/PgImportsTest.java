package dev.attune.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.SharedData;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PgImportsTest extends ScratchImports {
  @Test
  void storesOnlyWhatChanged() throws SQLException {
    assertThat(delta(row("a", "Lamp"), row("b", "Chair")))
        .isEqualTo(new ImportSummary(2, 2, 0, 0, 0, 0));
    String version = version();

    assertThat(delta(row("a", "Lamp"), row("b", "Chair")))
        .isEqualTo(new ImportSummary(2, 0, 2, 0, 0, 0));
    assertThat(version()).isEqualTo(version);

    assertThat(delta(row("b", "Armchair"))).isEqualTo(new ImportSummary(1, 1, 0, 0, 0, 0));
    assertThat(version()).isNotEqualTo(version);
    assertThat(live()).containsExactly("a", "b");
    assertThat(scratch.texts("select title from variant order by id"))
        .containsExactly("Lamp", "Armchair");
  }

  @Test
  void archivesWhatAFullFeedLeavesOutAndBringsItBack() throws SQLException {
    full(false, rows(10));
    List<String> added = scratch.texts("select added_at from product where id = 'p9'");

    assertThat(full(false, rows(9))).isEqualTo(new ImportSummary(9, 0, 9, 0, 1, 0));
    assertThat(live()).hasSize(9).doesNotContain("p9");

    assertThat(full(false, rows(10))).isEqualTo(new ImportSummary(10, 1, 9, 0, 0, 0));
    assertThat(live()).hasSize(10).contains("p9");
    assertThat(scratch.texts("select added_at from product where id = 'p9'")).isEqualTo(added);
  }

  @Test
  void refusesAFullFeedThatLosesMoreThanAFifthUnlessForced() throws SQLException {
    full(false, rows(10));
    String version = version();

    assertThat(full(false, rows(8)).archived()).isEqualTo(2);
    assertCode(ErrorCode.IMPORT_REFUSED, () -> full(false, rows(6)));
    assertThat(live()).hasSize(8);
    assertThat(version()).isNotEqualTo(version);

    assertThat(full(true, rows(6)).archived()).isEqualTo(2);
    assertThat(live()).hasSize(6);
    assertThat(scratch.texts("select failure from import_run order by id"))
        .containsExactly("null", "null", "IMPORT_REFUSED", "null");
  }

  @Test
  void refusesAFullFeedWithTooManyWrongRowsUnlessForced() throws SQLException {
    String[] wrong = {row("a", "Lamp"), row("b", "Chair"), row("c", ""), row("a", "Again")};

    assertCode(ErrorCode.IMPORT_REFUSED, () -> full(false, wrong));
    assertThat(live()).isEmpty();

    assertThat(full(true, wrong)).isEqualTo(new ImportSummary(4, 2, 0, 2, 0, 0));
  }

  @Test
  void changesNothingWhenTheBodyEndsEarly() throws IOException, SQLException {
    byte[] packed = gzip(HEADER + String.join("", rows(2_000)));
    byte[] short8 = Arrays.copyOf(packed, packed.length - 8);
    byte[] half = Arrays.copyOf(packed, packed.length / 2);
    byte[] damaged = packed.clone();
    damaged[packed.length - 6] ^= 1;

    for (byte[] body : List.of(short8, half, damaged)) {
      assertCode(ErrorCode.TRUNCATED, () -> run(new ByteArrayInputStream(body), Mode.DELTA, false));
    }
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream((HEADER + row("a", "Lamp")).getBytes(StandardCharsets.UTF_8)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("Connection reset");
              }
            });
    assertCode(ErrorCode.TRUNCATED, () -> run(broken, Mode.DELTA, false));
    assertThat(live()).isEmpty();
    assertThat(version()).isEqualTo("0");

    byte[] twoMembers = concat(gzip(HEADER + row("a", "Lamp")), gzip(row("b", "Chair")));
    assertThat(run(new ByteArrayInputStream(twoMembers), Mode.DELTA, false).stored()).isEqualTo(2);
  }

  @Test
  void runsOneImportAtATime() throws SQLException {
    List<ErrorCode> second = new ArrayList<>();
    ImportListener whileRunning =
        new ImportListener() {
          @Override
          public void headerRead() {
            assertThatThrownBy(() -> delta(row("b", "Chair")))
                .isInstanceOfSatisfying(
                    AttuneException.class, running -> second.add(running.code()));
          }
        };
    InputStream body = body(row("a", "Lamp"));
    imports.run(body, new ImportRequest(Format.GOOGLE, Mode.DELTA, false), whileRunning);

    assertThat(second).containsExactly(ErrorCode.IMPORT_RUNNING);
    assertThat(live()).containsExactly("a");
    assertThat(delta(row("b", "Chair")).stored()).isEqualTo(1);
  }

  @Test
  void importsTheDirtyFeedOfAnElectronicsShop() throws IOException, SQLException {
    List<ImportSummary> runs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      try (InputStream feed = Files.newInputStream(SharedData.file("icecat/products.tsv.gz"))) {
        runs.add(run(feed, Mode.FULL, false));
      }
    }

    assertThat(runs)
        .containsExactly(
            new ImportSummary(19_406, 19_406, 0, 0, 0, 1),
            new ImportSummary(19_406, 0, 19_406, 0, 0, 1));
    assertThat(scratch.texts("select count(*) from product")).containsExactly("19406");
  }
}
