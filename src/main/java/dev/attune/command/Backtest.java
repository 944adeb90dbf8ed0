package dev.attune.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.models.backtest.LastPurchase;
import dev.attune.models.backtest.NextClick;
import dev.attune.models.backtest.Scores;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Scores the models that serve on what shoppers really did next. */
final class Backtest implements Command {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "backtest";
  }

  @Override
  public String usage() {
    return "--protocol last-purchase --events FILE --products FILE"
        + " | --protocol next-click --train FILE --test FILE";
  }

  @Override
  public void run(List<String> arguments, PrintStream out, PrintStream err) {
    Options options =
        new Options(arguments, Set.of("protocol", "events", "products", "train", "test"));
    Consumer<String> progress = err::println;
    out.println(json(scores(options, progress)));
  }

  private static Scores scores(Options options, Consumer<String> progress) {
    String protocol = options.required("protocol");
    return switch (protocol) {
      case "last-purchase" ->
          new LastPurchase(options.file("events"), options.file("products")).run(progress);
      case "next-click" -> new NextClick(options.file("train"), options.file("test")).run(progress);
      default ->
          throw new WrongUsage("--protocol is last-purchase or next-click, not '" + protocol + "'");
    };
  }

  private static String json(Scores scores) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(scores.values());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
