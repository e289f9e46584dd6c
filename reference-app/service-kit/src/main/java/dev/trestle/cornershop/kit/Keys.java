package dev.trestle.cornershop.kit;

import java.security.interfaces.RSAPublicKey;
import org.jspecify.annotations.Nullable;

/** The public keys that tokens may be signed with. */
@FunctionalInterface
public interface Keys {
  /** The key with this id, or null when there is none. */
  @Nullable RSAPublicKey find(String kid);
}
