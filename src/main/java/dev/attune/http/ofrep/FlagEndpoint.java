package dev.attune.http.ofrep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.catalog.Catalog;
import dev.attune.experiments.exposure.ExposureLog;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.store.Definition.State;
import dev.attune.experiments.store.ExperimentBook;
import dev.attune.experiments.store.Experiments;
import dev.attune.experiments.trial.Trial;
import dev.attune.experiments.trial.Trials;
import dev.attune.http.ofrep.Asked.Refused;
import dev.attune.http.ofrep.Evaluation.Failure;
import dev.attune.identity.request.Bots;
import dev.attune.identity.request.MarketCountries;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.condition.ShopperSeen;
import dev.attune.merchandising.segment.SegmentPage;
import dev.attune.platform.security.KeyKind;
import dev.attune.profile.Exposed;
import dev.attune.profile.Shopper;
import dev.attune.profile.Shoppers;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /ofrep/v1/evaluate/flags} and {@code /flags/{key}}: the variant that the shop itself
 * would show. A flag is an experiment's id. Asking for one flag is being exposed to it; a bulk
 * evaluation is no exposure, for a client asks it ahead of what will be shown.
 */
@Path("/ofrep/v1/evaluate/flags")
@RolesAllowed({KeyKind.WRITE_ROLE, KeyKind.SECRET_ROLE})
@Consumes(MediaType.WILDCARD)
class FlagEndpoint {
  private final Shoppers shoppers;
  private final Experiments experiments;
  private final ExposureLog exposures;
  private final Catalog catalog;
  private final Merchandising merchandising;
  private final Bots bots;
  private final MarketCountries markets;
  private final SecurityIdentity identity;
  private final ObjectMapper mapper;
  private final Clock clock;

  @Inject
  FlagEndpoint(
      Shoppers shoppers,
      Experiments experiments,
      ExposureLog exposures,
      Catalog catalog,
      Merchandising merchandising,
      Bots bots,
      MarketCountries markets,
      SecurityIdentity identity,
      ObjectMapper mapper,
      Clock clock) {
    this.shoppers = shoppers;
    this.experiments = experiments;
    this.exposures = exposures;
    this.catalog = catalog;
    this.merchandising = merchandising;
    this.bots = bots;
    this.markets = markets;
    this.identity = identity;
    this.mapper = mapper;
    this.clock = clock;
  }

  @POST
  @Path("{key}")
  public Uni<Response> flag(@PathParam("key") String key, byte[] body) {
    Optional<Definition> definition = experiments.current().definition(key).filter(this::known);
    if (definition.isEmpty()) {
      Failure none = new Failure(key, "FLAG_NOT_FOUND", "There is no flag " + key);
      return Uni.createFrom().item(json(404, none));
    }
    try {
      Asked asked = asked(key, body);
      Instant now = clock.instant();
      return trials(asked, now)
          .map(
              trials -> {
                Optional<Trial> trial = of(trials, key);
                trial.ifPresent(seen -> exposures.append(seen, now));
                return json(200, Evaluation.of(definition.get(), trial));
              });
    } catch (Refused refused) {
      return Uni.createFrom().item(json(400, refused.failure()));
    }
  }

  @POST
  public Uni<Response> flags(byte[] body, @HeaderParam("If-None-Match") @Nullable String known) {
    ExperimentBook book = experiments.current();
    try {
      return trials(asked(null, body), clock.instant()).map(trials -> bulk(book, trials, known));
    } catch (Refused refused) {
      return Uni.createFrom().item(json(400, refused.failure()));
    }
  }

  private Response bulk(ExperimentBook book, Trials trials, @Nullable String known) {
    List<Evaluation> flags =
        book.definitions().stream()
            .filter(this::known)
            .map(one -> Evaluation.of(one, of(trials, one.id())))
            .toList();
    String text = text(new Evaluation.Bulk(flags));
    String tag = tag(text);
    return known != null && isAmong(tag, known)
        ? Response.status(304).header("ETag", tag).build()
        : Response.ok(text, MediaType.APPLICATION_JSON_TYPE).header("ETag", tag).build();
  }

  /** Whether a client has it already; what packs answers on their way makes tags weak. */
  private static boolean isAmong(String tag, String known) {
    return Arrays.stream(known.split(","))
        .map(String::strip)
        .anyMatch(one -> one.equals(tag) || one.equals("W/" + tag));
  }

  private boolean known(Definition definition) {
    return definition.life().state() != State.DRAFT;
  }

  private static Optional<Trial> of(Trials trials, String key) {
    return trials.all().stream().filter(trial -> trial.experiment().equals(key)).findFirst();
  }

  private Uni<Trials> trials(Asked asked, Instant now) {
    List<Exposed> waiting = exposures.waiting(asked.asker());
    return shoppers
        .load(asked.asker(), now)
        .map(
            loaded -> {
              Shopper shopper = loaded.seeing(waiting);
              return experiments
                  .current()
                  .trials(shopper, asked.country(), segments(shopper, asked, now)::inAny);
            });
  }

  /** Of which device and campaign somebody comes is not known here. */
  private SegmentPage segments(Shopper shopper, Asked asked, Instant now) {
    ShopperSeen seen =
        new ShopperSeen(shopper.ranking(), catalog.snapshot(), now, null, asked.country(), null);
    return merchandising.current().book().segments().page(seen.facts(), Set.of());
  }

  private Asked asked(@Nullable String flag, byte[] body) {
    try {
      JsonNode json = mapper.readTree(body);
      return Asked.of(flag, json, identity.hasRole(KeyKind.SECRET_ROLE), bots, markets);
    } catch (java.io.IOException broken) {
      throw new Refused(flag, "PARSE_ERROR", "The body is no JSON");
    }
  }

  private Response json(int status, Object body) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(text(body)).build();
  }

  private String text(Object body) {
    try {
      return mapper.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String tag(String text) {
    CRC32C sum = new CRC32C();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return "\"" + HexFormat.of().toHexDigits((int) sum.getValue()) + "-" + text.length() + "\"";
  }
}
