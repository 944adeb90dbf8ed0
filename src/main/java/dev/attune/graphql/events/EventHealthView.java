package dev.attune.graphql.events;

import dev.attune.ingest.health.Delays;
import dev.attune.ingest.health.EventFinding;
import dev.attune.ingest.health.EventGate;
import dev.attune.ingest.health.EventHealth;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

@Name("EventHealth")
@Description("How healthy the stream of events is: what comes, how late, and what is missing.")
public record EventHealthView(
    @NonNull OffsetDateTime checkedAt,
    @NonNull @Description("By type and day (UTC) of the last 14 days.")
        List<@NonNull Volume> volumes,
    @NonNull @Description("Of the last 14 days.") List<@NonNull TypeHealth> types,
    @NonNull @Description("What is wrong and what to do, the worst first.")
        List<@NonNull Finding> findings,
    @NonNull @Description("What learns from events that stopped arriving.")
        List<@NonNull String> gates) {

  @Name("EventVolume")
  public record Volume(@NonNull String type, @NonNull String day, int count) {
    static Volume of(EventHealth.Volume volume) {
      return new Volume(volume.type().name(), volume.day().toString(), whole(volume.count()));
    }
  }

  @Name("EventTypeHealth")
  @Description("How a type of event comes; delays are without imported histories, in seconds.")
  public record TypeHealth(
      @NonNull String type,
      int accepted,
      @Description("Events whose message id had come before.") int duplicates,
      @NonNull OffsetDateTime lastReceived,
      @Description("Half come within so many seconds of happening, right within a factor of two.")
          int delayP50,
      int delayP95,
      int delayP99) {
    static TypeHealth of(EventHealth.TypeHealth type) {
      return new TypeHealth(
          type.type().name(),
          whole(type.accepted()),
          whole(type.duplicates()),
          type.lastReceived().atOffset(ZoneOffset.UTC),
          seconds(type.delays(), .5),
          seconds(type.delays(), .95),
          seconds(type.delays(), .99));
    }

    private static int seconds(Delays delays, double share) {
      return whole(delays.within(share).toSeconds());
    }
  }

  @Name("EventFinding")
  @Description("One thing that is wrong with the stream.")
  public record Finding(
      @NonNull @Description("A stable code, TYPE_GONE_QUIET.") String code,
      @NonNull @Description("The type or source that it is about.") String subject,
      int affected,
      @Description("How many were looked at.") int of,
      @NonNull @Description("What it means and what to do.") String message) {
    static Finding of(EventFinding finding) {
      return new Finding(
          finding.code().name(),
          finding.subject(),
          whole(finding.affected()),
          whole(finding.of()),
          finding.message());
    }
  }

  static EventHealthView of(EventHealth health) {
    return new EventHealthView(
        health.checkedAt().atOffset(ZoneOffset.UTC),
        health.volumes().stream().map(Volume::of).toList(),
        health.types().stream().map(TypeHealth::of).toList(),
        health.findings().stream().map(Finding::of).toList(),
        Arrays.stream(EventGate.values())
            .flatMap(gate -> Stream.ofNullable(health.gates().reason(gate)))
            .toList());
  }

  private static int whole(long number) {
    return (int) Math.min(Integer.MAX_VALUE, number);
  }
}
