package dev.attune.search.text.segment;

import java.util.SortedMap;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PointsReader;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.codecs.TermVectorsReader;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafMetaData;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/** A batch as something that an index takes over as a segment; it cannot be searched itself. */
final class BatchReader extends CodecReader {
  private final int documents;
  private final FieldInfos fields;
  private final ColumnFields postings;
  private final BatchValues values;

  BatchReader(
      int documents, FieldInfos fields, SortedMap<String, TermColumn> columns, BatchValues values) {
    this.documents = documents;
    this.fields = fields;
    this.postings = new ColumnFields(columns);
    this.values = values;
  }

  @Override
  public int numDocs() {
    return documents;
  }

  @Override
  public int maxDoc() {
    return documents;
  }

  @Override
  public FieldInfos getFieldInfos() {
    return fields;
  }

  @Override
  public FieldsProducer getPostingsReader() {
    return postings;
  }

  @Override
  public DocValuesProducer getDocValuesReader() {
    return values;
  }

  @Override
  public StoredFieldsReader getFieldsReader() {
    return new NothingStored();
  }

  @Override
  public LeafMetaData getMetaData() {
    return new LeafMetaData(Version.LATEST.major, Version.LATEST, null, false);
  }

  @Override
  public @Nullable Bits getLiveDocs() {
    return null;
  }

  @Override
  public @Nullable TermVectorsReader getTermVectorsReader() {
    return null;
  }

  @Override
  public @Nullable NormsProducer getNormsReader() {
    return null;
  }

  @Override
  public @Nullable PointsReader getPointsReader() {
    return null;
  }

  @Override
  public @Nullable KnnVectorsReader getVectorReader() {
    return null;
  }

  @Override
  public @Nullable CacheHelper getCoreCacheHelper() {
    return null;
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null;
  }
}
