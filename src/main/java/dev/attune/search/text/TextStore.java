package dev.attune.search.text;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.compact.AttributeRows;
import dev.attune.search.text.document.ProductDocument;
import dev.attune.search.text.document.TextLengths;
import dev.attune.search.text.words.Language;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MergeScheduler;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A full-text index and its writer, on the heap or in a directory that outlives the process. Every
 * document has a fingerprint of its product, so that an index that was left behind is brought up to
 * date by writing only what differs.
 */
public final class TextStore implements Closeable {
  private static final Logger LOG = Logger.getLogger(TextStore.class);

  private static final double BUFFER_MB = 128;

  /** An index of up to so many documents is kept in one segment. */
  private static final int SMALL = 50_000;

  private static final String SCHEMA = "schema";
  private static final String VERSION = "version";
  private static final String LENGTHS = "lengths";

  private final Directory directory;
  private final IndexWriter writer;
  private final String schema;
  private final Language language;
  private TextLengths lengths;

  private TextStore(Directory directory, CatalogSnapshot catalog) throws IOException {
    this.directory = directory;
    this.schema = TextSchema.of(catalog.locale());
    this.language = Language.of(catalog.locale());
    Optional<TextLengths> known = measured(directory, schema).filter(it -> !it.outgrownBy(catalog));
    this.lengths = known.orElseGet(() -> TextLengths.of(catalog, language));
    this.writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(new KeywordAnalyzer())
                .setOpenMode(known.isPresent() ? OpenMode.APPEND : OpenMode.CREATE)
                .setCommitOnClose(false)
                .setMergeScheduler(merges())
                .setRAMBufferSizeMB(BUFFER_MB));
  }

  /** Products are written on all processors, so what they wrote is taken over by as many. */
  private static MergeScheduler merges() {
    ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);
    merges.setMaxMergesAndThreads(threads + 5, threads);
    return merges;
  }

  /** An index for this catalog, and what to keep it current with. */
  public record Opened(TextStore store, TextIndex index) {}

  /**
   * Builds an index on the heap.
   *
   * @param attributes the catalog's
   */
  public static Opened onHeap(CatalogSnapshot catalog, AttributeRows attributes) {
    try {
      return open(new ByteBuffersDirectory(), catalog, attributes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Opens the index in a directory and brings it up to date. One that is damaged or of another
   * schema is built anew; where another process holds the directory, the index is on the heap.
   *
   * @param attributes the catalog's
   */
  public static Opened onDisk(CatalogSnapshot catalog, AttributeRows attributes, Path directory) {
    try {
      return open(FSDirectory.open(directory), catalog, attributes);
    } catch (LockObtainFailedException taken) {
      LOG.warnf("%s is in use by another process; its index goes on the heap", directory);
      return onHeap(catalog, attributes);
    } catch (IOException | UncheckedIOException | IllegalArgumentException damaged) {
      LOG.warnf("The search index in %s is discarded and built anew: %s", directory, damaged);
      return rebuilt(catalog, attributes, directory);
    }
  }

  private static Opened rebuilt(CatalogSnapshot catalog, AttributeRows attributes, Path path) {
    try {
      Directory directory = FSDirectory.open(path);
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
      return open(directory, catalog, attributes);
    } catch (IOException | UncheckedIOException unusable) {
      LOG.warnf("%s cannot be written (%s); the index goes on the heap", path, unusable);
      return onHeap(catalog, attributes);
    }
  }

  private static Opened open(Directory directory, CatalogSnapshot catalog, AttributeRows attributes)
      throws IOException {
    TextStore store = new TextStore(directory, catalog);
    boolean complete = false;
    try {
      TextIndex index = store.upToDate(catalog, attributes);
      complete = true;
      return new Opened(store, index);
    } finally {
      if (!complete) {
        store.close();
      }
    }
  }

  /** The lengths by which a usable index weighed its words; empty without such an index. */
  private static Optional<TextLengths> measured(Directory directory, String schema)
      throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return Optional.empty();
    }
    Map<String, String> said = SegmentInfos.readLatestCommit(directory).getUserData();
    return schema.equals(said.get(SCHEMA))
        ? TextLengths.parse(said.getOrDefault(LENGTHS, ""))
        : Optional.empty();
  }

  private TextIndex upToDate(CatalogSnapshot catalog, AttributeRows attributes) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        if (leaf.reader() instanceof CodecReader segment) {
          segment.checkIntegrity();
        }
      }
      DocumentRows documents = new DocumentRows(reader, catalog, null);
      if (reader.numDocs() == 0) {
        build(catalog, attributes);
      } else {
        bringUpToDate(catalog, Written.in(reader, documents, catalog, attributes));
      }
      @Nullable DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
      if (newer == null) {
        reader.incRef();
        return new TextIndex(reader, documents, language);
      }
      return new TextIndex(newer, new DocumentRows(newer, catalog, documents), language);
    }
  }

  private void build(CatalogSnapshot catalog, AttributeRows attributes) throws IOException {
    writer(catalog).writeAll(attributes);
    if (catalog.size() <= SMALL) {
      writer.forceMerge(1);
    }
    if (catalog.size() > 0) {
      commit(catalog.version());
    }
  }

  private void bringUpToDate(CatalogSnapshot catalog, Written written) throws IOException {
    for (ProductId id : written.gone()) {
      writer.deleteDocuments(ProductDocument.term(id));
    }
    int[] rows =
        IntStream.range(0, catalog.size()).filter(row -> !written.current().get(row)).toArray();
    writer(catalog).replace(rows);
    if (rows.length > 0 || !written.gone().isEmpty()) {
      commit(catalog.version());
    }
  }

  private CatalogWriter writer(CatalogSnapshot catalog) {
    return new CatalogWriter(writer, catalog, language, lengths);
  }

  /**
   * The index of a later version; the earlier one stays good until it is closed.
   *
   * @param put products whose texts are new or changed
   */
  public TextIndex update(
      TextIndex before,
      CatalogSnapshot later,
      Collection<ProductId> put,
      Collection<ProductId> removed) {
    try {
      if (lengths.outgrownBy(later)) {
        lengths = TextLengths.of(later, language);
        writer.deleteAll();
        writer(later).writeAll(AttributeRows.of(later));
      } else {
        for (ProductId id : removed) {
          writer.deleteDocuments(ProductDocument.term(id));
        }
        writer(later).replace(put.stream().mapToInt(later::ordinal).toArray());
      }
      commit(later.version());
      @Nullable DirectoryReader newer = DirectoryReader.openIfChanged(before.reader(), writer);
      DirectoryReader reader = newer == null ? before.reader() : newer;
      if (newer == null) {
        reader.incRef();
      }
      return new TextIndex(reader, new DocumentRows(reader, later, before.documents()), language);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void commit(String version) throws IOException {
    if (directory instanceof FSDirectory) {
      writer.setLiveCommitData(
          Map.of(SCHEMA, schema, VERSION, version, LENGTHS, lengths.toString()).entrySet());
      writer.commit();
    }
  }

  /** Lets go of the directory. */
  @Override
  public void close() {
    try {
      writer.close();
      directory.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
