package dev.attune.spark;

import dev.attune.models.counts.Learned;
import dev.attune.models.counts.ShipmentWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Learns from a log anywhere that Spark reads, and writes what gateways load. */
public final class LearnJob {
  private static final int ARGUMENTS = 5;

  private LearnJob() {}

  /**
   * @param arguments files of {@link dev.attune.models.lines.LogLine}s (globs and compressed ones,
   *     too), file of {@link dev.attune.models.lines.ProductLine}s, the file to write, the time up
   *     to which is learned, and into how many parts the log is cut
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != ARGUMENTS) {
      throw new IllegalArgumentException("Expected: EVENTS PRODUCTS OUT UNTIL PARTS");
    }
    Instant until = Instant.parse(arguments[3]);
    int parts = Integer.parseInt(arguments[4]);
    try (JavaSparkContext spark =
        new JavaSparkContext(new SparkConf().setIfMissing("spark.app.name", "attune-learn"))) {
      List<String> products = spark.textFile(arguments[1]).collect();
      Learned learned =
          new DistributedTraining(spark, spark.textFile(arguments[0]), products, until, parts)
              .run();
      write(learned, new Path(arguments[2]), spark.hadoopConfiguration());
    }
  }

  /** Under another name first, so that no gateway reads half of it. */
  private static void write(Learned learned, Path file, Configuration settings) throws IOException {
    Path beside = file.suffix(".part");
    try (OutputStream out =
        new BufferedOutputStream(beside.getFileSystem(settings).create(beside, true))) {
      ShipmentWriter.write(learned, out);
    }
    file.getFileSystem(settings).delete(file, false);
    if (!beside.getFileSystem(settings).rename(beside, file)) {
      throw new IOException("Cannot name it " + file);
    }
  }
}
