package dev.attune.http.socket;

import dev.attune.http.ErrorBody;
import dev.attune.http.limit.DocumentLimits;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import io.quarkus.runtime.annotations.RegisterForProxy;
import io.vertx.core.Handler;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a socket and the engine: refuses operations as the edge does over HTTP, counts
 * those that run, and says why a connection ends in the protocol's own codes.
 */
@RegisterForProxy(targets = ServerWebSocket.class)
final class SocketGuard {
  private static final short POLICY_VIOLATION = 1008;
  private static final short FORBIDDEN = 4403;
  private static final short NOT_INITIALISED = 4408;

  private final ServerWebSocket inner;
  private final DocumentLimits limits;
  private final int most;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private volatile boolean initialised;

  /**
   * @param most how many operations may run at a time
   */
  SocketGuard(ServerWebSocket inner, DocumentLimits limits, int most) {
    this.inner = inner;
    this.limits = limits;
    this.most = most;
  }

  /** The socket that the engine gets. */
  ServerWebSocket socket() {
    return (ServerWebSocket)
        Proxy.newProxyInstance(
            SocketGuard.class.getClassLoader(),
            new Class<?>[] {ServerWebSocket.class},
            (proxy, method, args) -> called(method, args));
  }

  /** Closes a connection that did not begin. */
  void requireInit() {
    if (!initialised && !inner.isClosed()) {
      inner.close(NOT_INITIALISED, "Connection initialisation timeout");
    }
  }

  private @Nullable Object called(Method method, @Nullable Object @Nullable [] args)
      throws Throwable {
    if (args != null && method.getName().equals("textMessageHandler") && args[0] != null) {
      @SuppressWarnings("unchecked")
      Handler<String> engine = (Handler<String>) args[0];
      return inner.textMessageHandler(text -> came(text, engine));
    }
    if (args != null && args.length == 2 && method.getName().equals("close")) {
      boolean expired = args[0] instanceof Short code && code == POLICY_VIOLATION;
      args[0] = expired ? (Object) FORBIDDEN : args[0];
    }
    if (args != null && args.length == 1 && method.getName().equals("writeTextMessage")) {
      goes(String.valueOf(args[0]));
    }
    try {
      return method.invoke(inner, args);
    } catch (InvocationTargetException failed) {
      @Nullable Throwable cause = failed.getCause();
      throw cause == null ? failed : cause;
    }
  }

  private void came(String text, Handler<String> engine) {
    @Nullable JsonObject message = json(text);
    String type = message == null ? "" : message.getString("type", "");
    if (message != null && (type.equals("subscribe") || type.equals("start"))) {
      String id = String.valueOf(message.getValue("id"));
      Optional<Rejection> refusal = refusal(id, message);
      if (refusal.isPresent()) {
        refuse(id, refusal.get());
        return;
      }
      running.add(id);
    } else if (message != null && (type.equals("complete") || type.equals("stop"))) {
      running.remove(String.valueOf(message.getValue("id")));
    }
    if (message != null && type.equals("connection_init")) {
      initialised = true;
      if (message.getValue("payload") instanceof JsonObject said) {
        engine.handle(message.put("payload", InitPayload.named(said)).encode());
        return;
      }
    }
    engine.handle(text);
  }

  private Optional<Rejection> refusal(String id, JsonObject message) {
    Object query =
        message.getValue("payload") instanceof JsonObject said ? said.getValue("query") : null;
    if (!running.contains(id) && running.size() >= most) {
      return Optional.of(
          new Rejection(
              ErrorCode.TOO_MANY_OPERATIONS,
              null,
              "At most " + most + " operations run on one connection"));
    }
    return query instanceof String document ? limits.judge(document) : Optional.empty();
  }

  private void refuse(String id, Rejection why) {
    JsonObject error =
        new JsonObject()
            .put("message", ErrorBody.of(why).message())
            .put("extensions", new JsonObject().put("code", why.code().name()));
    inner.writeTextMessage(
        new JsonObject()
            .put("id", id)
            .put("type", "error")
            .put("payload", new JsonArray().add(error))
            .encode());
  }

  /** The engine's answers begin with {@code type}, its errors with {@code id}: others are data. */
  private void goes(String text) {
    if (text.startsWith("{\"type\":\"complete\"") || text.startsWith("{\"id\"")) {
      @Nullable JsonObject message = json(text);
      if (message != null) {
        running.remove(String.valueOf(message.getValue("id")));
      }
    }
  }

  private static @Nullable JsonObject json(String text) {
    try {
      return new JsonObject(text);
    } catch (DecodeException leftToTheEngine) {
      return null;
    }
  }
}
