package dev.attune.spark;

import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.SparseRows;
import dev.attune.models.counts.Counted;
import dev.attune.models.counts.Learned;
import dev.attune.models.counts.pairs.CartPairs;
import dev.attune.models.counts.pairs.HistoryPairs;
import dev.attune.models.counts.pairs.Neighbours;
import dev.attune.models.counts.pairs.PairRow;
import dev.attune.models.counts.pairs.PairRows;
import dev.attune.models.counts.pairs.PairTotals;
import dev.attune.models.counts.pairs.Pairs;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * What one machine learns from a log, learned in parts. Lines are brought together by shopper and
 * sorted once; every step then reads them again part by part, so that no task holds more than its
 * own shoppers, and pairs meet product by product.
 */
final class DistributedTraining {
  private static final int MERGE_DEPTH = 3;

  private final JavaRDD<String> parts;
  private final Broadcast<Shop> shop;
  private final Instant cut;

  /**
   * @param count parts to cut the log into; a million events each take about 200 MB
   */
  DistributedTraining(
      JavaSparkContext spark, JavaRDD<String> log, List<String> products, Instant cut, int count) {
    this.shop = spark.broadcast(new Shop(products));
    this.cut = cut;
    this.parts =
        log.mapToPair(line -> new Tuple2<>(line, true))
            .repartitionAndSortWithinPartitions(new ByShopper(count))
            .keys();
  }

  Learned run() {
    Broadcast<Shop> shared = shop;
    Instant now = cut;
    Counted counted =
        parts
            .mapPartitions(lines -> List.of(Part.of(shared.value(), lines).counted(now)).iterator())
            .treeReduce(Counted::plus, MERGE_DEPTH);
    SparseRows together = neighbours(CartPairs.DEFAULT, counted.carts(), false);
    SparseRows near = neighbours(HistoryPairs.DEFAULT, counted.histories(), true);
    return Learned.of(counted, shop.value().products(), cut, together, near);
  }

  private SparseRows neighbours(Pairs pairs, PairTotals totals, boolean taught) {
    Broadcast<Shop> shared = shop;
    JavaPairRDD<Integer, PairRow> rows =
        parts
            .mapPartitions(lines -> rows(pairs, Part.of(shared.value(), lines).log(), taught))
            .mapToPair(row -> new Tuple2<>(row.item(), row))
            .reduceByKey(PairRow::plus);
    List<Neighbours> all = rows.values().map(row -> row.neighbours(pairs, totals)).collect();
    return Neighbours.rows(all, totals.counts().length);
  }

  private static Iterator<PairRow> rows(Pairs pairs, Interactions log, boolean taught) {
    return new PairRows(pairs, taught ? log.taught() : log);
  }
}
