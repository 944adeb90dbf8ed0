package dev.attune.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Prints its option, and fails when that is bad. */
  private static final class Echo implements Command {
    @Override
    public String name() {
      return "echo";
    }

    @Override
    public String usage() {
      return "--text TEXT";
    }

    @Override
    public void run(List<String> arguments, PrintStream out, PrintStream err) {
      String text = new Options(arguments, Set.of("text", "file")).required("text");
      if (text.equals("bad")) {
        throw new AttuneException(ErrorCode.INVALID_VALUE, "text", "The text is bad");
      }
      out.print(text);
    }
  }

  private int run(String... words) {
    return new CommandLine(List.of(new Echo()))
        .run(List.of(words), new PrintStream(out), new PrintStream(err));
  }

  @Test
  void runsTheCommandThatWasTyped() {
    assertThat(run("echo", "--text", "hello")).isZero();
    assertThat(out).hasToString("hello");
  }

  @Test
  void namesTheArgumentThatMakesNoSense() {
    assertThat(run("echo", "--txt", "hello")).isEqualTo(2);
    assertThat(err.toString()).contains("'--txt'").contains("Usage: echo --text TEXT");
    assertThat(run("echo")).isEqualTo(2);
    assertThat(run("echo", "--text")).isEqualTo(2);
    assertThat(run("echo", "--text", "a", "--text", "b")).isEqualTo(2);
    assertThat(out.size()).isZero();
  }

  @Test
  void listsTheCommandsForOneThatIsNot() {
    assertThat(run("sing")).isEqualTo(2);
    assertThat(err.toString()).contains("'sing'").contains("echo --text TEXT");
  }

  @Test
  void saysWhatFailedAndExitsWithOne() {
    assertThat(run("echo", "--text", "bad")).isEqualTo(1);
    assertThat(err.toString()).contains("INVALID_VALUE: The text is bad");
  }

  @Test
  void printsItsUsageWhenAskedAndTakesEqualsSigns() {
    assertThat(run("echo", "--help")).isZero();
    assertThat(run("--help")).isZero();
    assertThat(err.size()).isZero();
    assertThat(out.toString()).startsWith("Usage: echo --text TEXT").contains("  echo --text TEXT");
    out.reset();
    assertThat(run("echo", "--text=a=b")).isZero();
    assertThat(out).hasToString("a=b");
    assertThat(run("echo", "--txt=a")).isEqualTo(2);
    assertThat(err.toString()).contains("'--txt'");
  }
}
