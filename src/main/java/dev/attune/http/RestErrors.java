package dev.attune.http;

import dev.attune.platform.error.AttuneException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How the REST endpoints answer what went wrong. */
public class RestErrors {
  @ServerExceptionMapper
  public Response refused(AttuneException refused) {
    return answer(ErrorBody.of(refused.rejection()));
  }

  /** No credentials were sent. */
  @ServerExceptionMapper
  public Response unauthenticated(UnauthorizedException missing) {
    return answer(ErrorBody.UNAUTHENTICATED);
  }

  /** The credentials that were sent are worthless. */
  @ServerExceptionMapper
  public Response unauthenticated(AuthenticationFailedException wrong) {
    return answer(ErrorBody.UNAUTHENTICATED);
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException missingRole) {
    return answer(ErrorBody.FORBIDDEN);
  }

  private static Response answer(ErrorBody body) {
    return Response.status(body.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(body)
        .build();
  }
}
