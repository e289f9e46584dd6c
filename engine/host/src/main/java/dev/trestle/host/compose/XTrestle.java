package dev.trestle.host.compose;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code x-trestle} fields of a service: what Compose cannot say.
 *
 * @param process the local process of the process runtime, null when there is none
 * @param ready how it is known to be ready, null when the file does not say
 * @param openapi the absolute path of its OpenAPI document, null when the file names none
 * @param asyncapi the absolute path of the AsyncAPI document of what it publishes, null when the
 *     file names none
 * @param databases the databases to create in it
 * @param stub the absolute folder of stub mappings of a virtual service, null when it is real
 * @param mailbox whether it is the mailbox
 * @param port the port that it listens on, null when the file does not say
 * @param edges connections that its variables do not show
 * @param position where the fields are, or the service when it has none
 */
public record XTrestle(
    @Nullable ProcessCommand process,
    @Nullable Readiness ready,
    @Nullable Path openapi,
    @Nullable Path asyncapi,
    List<Value> databases,
    @Nullable Path stub,
    boolean mailbox,
    @Nullable Integer port,
    List<ToldEdge> edges,
    Position position) {

  /** Copies the lists. */
  public XTrestle {
    databases = List.copyOf(databases);
    edges = List.copyOf(edges);
  }

  /** The fields of a service that has none. */
  static XTrestle none(Position service) {
    return new XTrestle(null, null, null, null, List.of(), null, false, null, List.of(), service);
  }
}
