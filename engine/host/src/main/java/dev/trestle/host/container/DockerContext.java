package dev.trestle.host.container;

import dev.trestle.protocol.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The engine of Docker's current context, which {@code docker context use} sets. */
final class DockerContext {

  private DockerContext() {}

  static Optional<EngineAddress> current(Map<String, String> environment, Path home) {
    String folder = environment.get("DOCKER_CONFIG");
    Path config = folder == null ? home.resolve(".docker") : Path.of(folder);
    String name = environment.getOrDefault("DOCKER_CONTEXT", "");
    if (name.isBlank() && text(config.resolve("config.json"), "currentContext") != null) {
      name = String.valueOf(text(config.resolve("config.json"), "currentContext"));
    }
    if (name.isBlank() || name.equals("default")) {
      return Optional.empty();
    }
    String host =
        text(config.resolve("contexts/meta/" + hash(name) + "/meta.json"), "Endpoints.docker.Host");
    String origin = "docker context '" + name + "'";
    return Optional.of(
        new EngineAddress(host == null ? "unix:///(no such context)" : host, origin));
  }

  private static @Nullable String text(Path file, String path) {
    try {
      Object value = Files.isRegularFile(file) ? Json.parse(Files.readString(file)) : null;
      for (String key : path.split("\\.")) {
        value = value instanceof Map<?, ?> map ? map.get(key) : null;
      }
      return value instanceof String text ? text : null;
    } catch (IOException | IllegalArgumentException e) {
      return null; // Docker's own programs say what is wrong with it
    }
  }

  private static String hash(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
