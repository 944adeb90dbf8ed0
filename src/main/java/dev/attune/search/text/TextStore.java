package dev.attune.search.text;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.search.text.words.Language;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Bits;
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

  /** Products are written by several threads, so many at a time. */
  private static final int BATCH = 2_000;

  /** An index of up to so many documents is kept in one segment. */
  private static final int SMALL = 50_000;

  private static final String SCHEMA = "schema";
  private static final String VERSION = "version";

  private final Directory directory;
  private final IndexWriter writer;
  private final String schema;
  private final Language language;

  private TextStore(Directory directory, CatalogSnapshot catalog) throws IOException {
    this.directory = directory;
    this.schema = TextSchema.of(catalog.locale());
    this.language = Language.of(catalog.locale());
    OpenMode mode = usable(directory, schema) ? OpenMode.APPEND : OpenMode.CREATE;
    this.writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(TextIndexing.analyzer(language, TextIndexing.known(catalog)))
                .setOpenMode(mode)
                .setCommitOnClose(false)
                .setRAMBufferSizeMB(BUFFER_MB));
  }

  /** An index for this catalog, and what to keep it current with. */
  public record Opened(TextStore store, TextIndex index) {}

  /** Builds an index on the heap. */
  public static Opened onHeap(CatalogSnapshot catalog) {
    try {
      return open(new ByteBuffersDirectory(), catalog);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Opens the index in a directory and brings it up to date. One that is damaged or of another
   * schema is built anew; where another process holds the directory, the index is on the heap.
   */
  public static Opened onDisk(CatalogSnapshot catalog, Path directory) {
    try {
      return open(FSDirectory.open(directory), catalog);
    } catch (LockObtainFailedException taken) {
      LOG.warnf("%s is in use by another process; its index goes on the heap", directory);
      return onHeap(catalog);
    } catch (IOException | UncheckedIOException | IllegalArgumentException damaged) {
      LOG.warnf("The search index in %s is discarded and built anew: %s", directory, damaged);
      return rebuilt(catalog, directory);
    }
  }

  private static Opened rebuilt(CatalogSnapshot catalog, Path path) {
    try {
      Directory directory = FSDirectory.open(path);
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          directory.deleteFile(file);
        }
      }
      return open(directory, catalog);
    } catch (IOException | UncheckedIOException unusable) {
      LOG.warnf("%s cannot be written (%s); the index goes on the heap", path, unusable);
      return onHeap(catalog);
    }
  }

  private static Opened open(Directory directory, CatalogSnapshot catalog) throws IOException {
    TextStore store = new TextStore(directory, catalog);
    boolean complete = false;
    try {
      store.bringUpToDate(catalog);
      DirectoryReader reader = DirectoryReader.open(store.writer);
      TextIndex index =
          new TextIndex(reader, new DocumentRows(reader, catalog, null), store.language);
      complete = true;
      return new Opened(store, index);
    } finally {
      if (!complete) {
        store.close();
      }
    }
  }

  private static boolean usable(Directory directory, String schema) throws IOException {
    return DirectoryReader.indexExists(directory)
        && schema.equals(SegmentInfos.readLatestCommit(directory).getUserData().get(SCHEMA));
  }

  private void bringUpToDate(CatalogSnapshot catalog) throws IOException {
    BitSet current = new BitSet(catalog.size());
    BitSet known = new BitSet(catalog.size());
    List<ProductId> gone = new ArrayList<>();
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        if (leaf.reader() instanceof CodecReader segment) {
          segment.checkIntegrity();
        }
        compare(leaf, catalog, current, known, gone);
      }
    }
    for (ProductId id : gone) {
      writer.deleteDocuments(ProductDocument.term(id));
    }
    int[] rows = IntStream.range(0, catalog.size()).filter(row -> !current.get(row)).toArray();
    boolean built = known.isEmpty();
    write(catalog, rows, built);
    if (built && catalog.size() <= SMALL) {
      writer.forceMerge(1);
    }
    if (rows.length > 0 || !gone.isEmpty()) {
      commit(catalog.version());
    }
  }

  private static void compare(
      LeafReaderContext leaf,
      CatalogSnapshot catalog,
      BitSet current,
      BitSet known,
      List<ProductId> gone)
      throws IOException {
    @Nullable BinaryDocValues ids = leaf.reader().getBinaryDocValues(ProductDocument.ID);
    @Nullable NumericDocValues prints =
        leaf.reader().getNumericDocValues(ProductDocument.FINGERPRINT);
    @Nullable Bits live = leaf.reader().getLiveDocs();
    for (int document = 0; document < leaf.reader().maxDoc(); document++) {
      if (live != null && !live.get(document)) {
        continue;
      }
      if (ids == null
          || prints == null
          || !ids.advanceExact(document)
          || !prints.advanceExact(document)) {
        throw new IOException("a document has no product");
      }
      ProductId id = new ProductId(ids.binaryValue().utf8ToString());
      int row = catalog.ordinal(id);
      if (row < 0) {
        gone.add(id);
      } else {
        known.set(row);
        long print = ProductDocument.fingerprint(catalog.at(row), catalog);
        current.set(row, prints.longValue() == print);
      }
    }
  }

  /**
   * @param fresh whether none of the rows has a document yet
   */
  private void write(CatalogSnapshot catalog, int[] rows, boolean fresh) {
    TextIndexing indexing = new TextIndexing(catalog);
    IntStream.range(0, (rows.length + BATCH - 1) / BATCH)
        .parallel()
        .forEach(
            batch -> {
              int end = Math.min(rows.length, (batch + 1) * BATCH);
              for (int i = batch * BATCH; i < end; i++) {
                write(indexing, catalog.at(rows[i]), catalog, fresh);
              }
            });
  }

  private void write(
      TextIndexing indexing, Product product, CatalogSnapshot catalog, boolean fresh) {
    try {
      var document = ProductDocument.signed(indexing.document(product), product, catalog);
      if (fresh) {
        writer.addDocument(document);
      } else {
        writer.updateDocument(ProductDocument.term(product.id()), document);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
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
      for (ProductId id : removed) {
        writer.deleteDocuments(ProductDocument.term(id));
      }
      write(later, put.stream().mapToInt(later::ordinal).toArray(), false);
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
      writer.setLiveCommitData(Map.of(SCHEMA, schema, VERSION, version).entrySet());
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
