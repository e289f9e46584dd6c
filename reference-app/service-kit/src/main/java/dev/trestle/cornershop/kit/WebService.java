package dev.trestle.cornershop.kit;

import dev.trestle.cornershop.kit.Environment.ListenAddress;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service's HTTP side: routes, tokens, traces, problems, health and the access log. */
public final class WebService {
  private static final Logger LOG = LoggerFactory.getLogger(WebService.class);
  private static final long STOP_MILLIS = 3_000;

  static {
    // Jetty would start the whole of JMX, a tenth of our start time, to find this number.
    System.getProperties().putIfAbsent("org.eclipse.jetty.util.referencesPerCacheLine", "16");
  }

  private final String name;
  private final ListenAddress address;
  private final TokenVerifier verifier;
  private final Health health = new Health();
  private final List<Consumer<RoutesConfig>> routes = new ArrayList<>();
  private final Deque<AutoCloseable> resources = new ArrayDeque<>();

  /** A service that accepts the verifier's tokens. */
  public WebService(String name, ListenAddress address, TokenVerifier verifier) {
    JsonLogs.service(name);
    this.name = name;
    this.address = address;
    this.verifier = verifier;
  }

  /** Has the database checked by {@code /health} and closed with the service. */
  public WebService database(Database database) {
    return check("database", database::check).closing(database);
  }

  /** Adds a check to {@code /health}; it throws when its subject is down. */
  public WebService check(String subject, Runnable check) {
    health.add(subject, check);
    return this;
  }

  /** Closes the resource after the service has stopped; the last one added is closed first. */
  public WebService closing(AutoCloseable resource) {
    resources.push(resource);
    return this;
  }

  /** Adds routes; their roles are {@link Role}s. */
  public WebService routes(Consumer<RoutesConfig> more) {
    routes.add(more);
    return this;
  }

  /** Starts listening. */
  public Running start() {
    Javalin javalin = Javalin.create(this::configure).start(address.host(), address.port());
    LOG.atInfo().addKeyValue("port", javalin.port()).log("{} listens", name);
    return new Running(javalin, List.copyOf(resources));
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = "application/json";
    config.jsonMapper(new JavalinJson());
    config.jetty.threadPool = new QueuedThreadPool(64, 4);
    config.jetty.modifyServer(WebService::prepare);
    config.requestLogger.http((context, millis) -> logAccess(context, millis.longValue()));
    config.routes.before(context -> Trace.continuing(context.header(Trace.HEADER)).enter());
    config.routes.beforeMatched(this::authenticate);
    config.routes.get("/health", health::answer, Role.ANYONE);
    routes.forEach(more -> more.accept(config.routes));
    new ProblemAnswers().register(config.routes);
  }

  private static void prepare(Server server) {
    server.setErrorHandler(new JettyErrors());
    server.setStopTimeout(STOP_MILLIS);
    server.insertHandler(new GracefulHandler());
  }

  private void authenticate(Context context) {
    if (context.routeRoles().contains(Role.ANYONE)) {
      return;
    }
    Caller caller = verifier.verifyHeader(context.header("Authorization"));
    Requests.caller(context, caller);
    if (!context.routeRoles().isEmpty()
        && context.routeRoles().stream().noneMatch(role -> caller.is((Role) role))) {
      throw Problem.forbidden("this needs one of the roles " + context.routeRoles());
    }
  }

  private static void logAccess(Context context, long millis) {
    LOG.atInfo()
        .addKeyValue("method", context.method().name())
        .addKeyValue("path", context.path())
        .addKeyValue("status", context.statusCode())
        .addKeyValue("ms", millis)
        .log("{} {} {}", context.method().name(), context.path(), context.statusCode());
    Trace.leave();
  }

  /** A service that listens. */
  public static final class Running implements AutoCloseable {
    private final Javalin javalin;
    private final List<AutoCloseable> resources;

    Running(Javalin javalin, List<AutoCloseable> resources) {
      this.javalin = javalin;
      this.resources = resources;
    }

    /** The port it listens on. */
    public int port() {
      return javalin.port();
    }

    /** Stops accepting requests, lets the running ones finish, then closes the resources. */
    @Override
    public void close() {
      javalin.stop();
      for (AutoCloseable resource : resources) {
        closeQuietly(resource);
      }
    }

    // AutoCloseable may throw anything, and the next resource must be closed all the same.
    private static void closeQuietly(AutoCloseable resource) {
      try {
        resource.close();
      } catch (Exception e) {
        LOG.warn("A resource could not be closed", e);
      }
    }
  }
}
