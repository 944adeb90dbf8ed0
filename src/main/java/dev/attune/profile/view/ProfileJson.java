package dev.attune.profile.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.attune.profile.Affinity;
import dev.attune.profile.Cadence;
import dev.attune.profile.Ignored;
import dev.attune.profile.Paid;
import dev.attune.profile.Profile;
import dev.attune.profile.Touched;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A profile as JSON of at most {@link ProfileView#BYTES} bytes: affinities as {@code
 * ["CATEGORY","books",0.5]}, products as {@code ["id",count,last]}, what was ignored as {@code
 * ["id",times]}, how regularly things are bought as {@code ["CATEGORY","books",days,times,last]},
 * times in epoch seconds.
 */
public final class ProfileJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ProfileJson() {}

  public static byte[] encode(Profile profile) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(ProfileView.BYTES);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeNumberField("version", profile.version());
      out.writeStringField("lifecycle", profile.lifecycle().name());
      out.writeNumberField("events", profile.events());
      out.writeNumberField("sessions", profile.sessions());
      out.writeNumberField("orders", profile.orders());
      out.writeObjectFieldStart("spentMinor");
      for (String currency : new TreeSet<>(profile.spentMinor().keySet())) {
        out.writeNumberField(currency, profile.spentMinor().getOrDefault(currency, 0L));
      }
      out.writeEndObject();
      orders(out, profile.lastOrders());
      affinities(out, "lasting", profile.lasting());
      affinities(out, "session", profile.session());
      products(out, "viewed", profile.viewed());
      products(out, "sessionViewed", profile.sessionViewed());
      products(out, "bought", profile.bought());
      products(out, "cart", profile.cart());
      ignored(out, profile.ignored());
      products(out, "wishlist", profile.habits().wishlist());
      cadences(out, profile.habits().cadences());
      out.writeArrayFieldStart("rejected");
      for (String id : new TreeSet<>(profile.rejected())) {
        out.writeString(id);
      }
      out.writeEndArray();
      out.writeStringField("campaign", profile.campaign());
      out.writeStringField("device", profile.habits().device());
      time(out, "firstSeen", profile.firstSeen());
      time(out, "lastSeen", profile.lastSeen());
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void orders(JsonGenerator out, List<Paid> orders) throws IOException {
    out.writeArrayFieldStart("lastOrders");
    for (Paid order : orders) {
      out.writeStartArray();
      out.writeNumber(order.at().getEpochSecond());
      for (String currency : new TreeSet<>(order.minor().keySet())) {
        out.writeString(currency);
        out.writeNumber(order.minor().getOrDefault(currency, 0L));
      }
      if (order.reduced()) {
        out.writeBoolean(true);
      }
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  private static void affinities(JsonGenerator out, String name, List<Affinity> affinities)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (Affinity affinity : affinities) {
      out.writeStartArray();
      out.writeString(affinity.dimension().name());
      out.writeString(affinity.value());
      out.writeNumber(affinity.score());
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  private static void products(JsonGenerator out, String name, List<Touched> products)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (Touched touched : products) {
      out.writeStartArray();
      out.writeString(touched.product().value());
      out.writeNumber(touched.count());
      out.writeNumber(touched.last().getEpochSecond());
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  private static void ignored(JsonGenerator out, List<Ignored> ignored) throws IOException {
    out.writeArrayFieldStart("ignored");
    for (Ignored one : ignored) {
      out.writeStartArray();
      out.writeString(one.subject());
      out.writeNumber(one.times());
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  private static void cadences(JsonGenerator out, List<Cadence> cadences) throws IOException {
    out.writeArrayFieldStart("cadences");
    for (Cadence cadence : cadences) {
      out.writeStartArray();
      out.writeString(cadence.subject().type().name());
      out.writeString(cadence.subject().local());
      out.writeNumber(cadence.days());
      out.writeNumber(cadence.times());
      out.writeNumber(cadence.last().getEpochSecond());
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  private static void time(JsonGenerator out, String name, @Nullable Instant time)
      throws IOException {
    if (time == null) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, time.getEpochSecond());
    }
  }
}
