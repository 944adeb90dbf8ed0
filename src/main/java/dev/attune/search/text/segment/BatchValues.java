package dev.attune.search.text.segment;

import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/** What every document of a batch says of itself: one text and one number. */
final class BatchValues extends DocValuesProducer {
  private final int size;
  private final IntFunction<BytesRef> texts;
  private final IntToLongFunction numbers;

  BatchValues(int size, IntFunction<BytesRef> texts, IntToLongFunction numbers) {
    this.size = size;
    this.texts = texts;
    this.numbers = numbers;
  }

  @Override
  public BinaryDocValues getBinary(FieldInfo field) {
    Walk walk = new Walk();
    return new BinaryDocValues() {
      @Override
      public BytesRef binaryValue() {
        return texts.apply(walk.at);
      }

      @Override
      public boolean advanceExact(int target) {
        walk.at = target;
        return true;
      }

      @Override
      public int docID() {
        return walk.at;
      }

      @Override
      public int nextDoc() {
        return walk.to(walk.at + 1);
      }

      @Override
      public int advance(int target) {
        return walk.to(target);
      }

      @Override
      public long cost() {
        return size;
      }
    };
  }

  @Override
  public NumericDocValues getNumeric(FieldInfo field) {
    Walk walk = new Walk();
    return new NumericDocValues() {
      @Override
      public long longValue() {
        return numbers.applyAsLong(walk.at);
      }

      @Override
      public boolean advanceExact(int target) {
        walk.at = target;
        return true;
      }

      @Override
      public int docID() {
        return walk.at;
      }

      @Override
      public int nextDoc() {
        return walk.to(walk.at + 1);
      }

      @Override
      public int advance(int target) {
        return walk.to(target);
      }

      @Override
      public long cost() {
        return size;
      }
    };
  }

  private final class Walk {
    private int at = -1;

    int to(int document) {
      at = document < size ? document : BinaryDocValues.NO_MORE_DOCS;
      return at;
    }
  }

  @Override
  public SortedDocValues getSorted(FieldInfo field) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedNumericDocValues getSortedNumeric(FieldInfo field) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SortedSetDocValues getSortedSet(FieldInfo field) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkIntegrity() {}

  @Override
  public void close() {}
}
