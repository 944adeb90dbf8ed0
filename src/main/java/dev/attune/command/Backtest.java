package dev.attune.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.models.backtest.ExportedLog;
import dev.attune.models.backtest.LastPurchase;
import dev.attune.models.backtest.NextClick;
import dev.attune.models.backtest.OwnLastPurchase;
import dev.attune.models.backtest.OwnLog;
import dev.attune.models.backtest.OwnNextClick;
import dev.attune.models.backtest.Scores;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Scores the models that serve on what shoppers really did next. */
final class Backtest implements Command {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LAST_PURCHASE = "last-purchase";
  private static final String NEXT_CLICK = "next-click";

  /** In place of a directory: the log of the gateway's own store. */
  private static final String STORE = "store";

  @Override
  public String name() {
    return "backtest";
  }

  @Override
  public String usage() {
    return "--protocol last-purchase --events FILE --products FILE"
        + " | --protocol next-click --train FILE --test FILE"
        + " | --protocol last-purchase|next-click --log store|DIRECTORY";
  }

  @Override
  public void run(List<String> arguments, PrintStream out, PrintStream err) {
    Options options =
        new Options(arguments, Set.of("protocol", "events", "products", "train", "test", "log"));
    Consumer<String> progress = err::println;
    if (options.value("log").filter(STORE::equals).isPresent()) {
      WithStores.run(BacktestJob.class, "The store's own log was not scored", own(options));
    } else {
      out.println(json(scores(options, progress)));
    }
  }

  private static Scores scores(Options options, Consumer<String> progress) {
    String protocol = options.required("protocol");
    if (options.value("log").isPresent()) {
      return scores(own(options), ExportedLog.in(options.directory("log")), progress);
    }
    return switch (protocol) {
      case LAST_PURCHASE ->
          new LastPurchase(options.file("events"), options.file("products")).run(progress);
      case NEXT_CLICK -> new NextClick(options.file("train"), options.file("test")).run(progress);
      default -> throw unknown(protocol);
    };
  }

  /** Of a protocol on a log, beside which no other file is given. */
  private static String own(Options options) {
    for (String file : List.of("events", "products", "train", "test")) {
      if (options.value(file).isPresent()) {
        throw new WrongUsage("--log stands in place of --" + file);
      }
    }
    String protocol = options.required("protocol");
    if (!protocol.equals(LAST_PURCHASE) && !protocol.equals(NEXT_CLICK)) {
      throw unknown(protocol);
    }
    return protocol;
  }

  /**
   * @param protocol a known one
   */
  static Scores scores(String protocol, OwnLog log, Consumer<String> progress) {
    return protocol.equals(LAST_PURCHASE)
        ? new OwnLastPurchase(log).run(progress)
        : new OwnNextClick(log).run(progress);
  }

  private static WrongUsage unknown(String protocol) {
    return new WrongUsage("--protocol is last-purchase or next-click, not '" + protocol + "'");
  }

  static String json(Scores scores) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(scores.values());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
