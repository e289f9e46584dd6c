package dev.trestle.cornershop.identity;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with bcrypt, at a cost that keeps a log-in well under 50 ms of processor time.
 */
final class PasswordHash {
  /** bcrypt looks at no more than this many bytes. */
  static final int LONGEST_BYTES = 72;

  private static final BcryptFunction BCRYPT = BcryptFunction.getInstance(Bcrypt.B, 8);

  private volatile @Nullable String decoy;

  String hash(String password) {
    return BCRYPT.hash(password).getResult();
  }

  /** Whether the password fits; without a hash it does the same work and says no. */
  boolean fits(String password, @Nullable String hash) {
    boolean equal = BCRYPT.check(password, hash == null ? decoy() : hash);
    return hash != null && equal;
  }

  private String decoy() {
    String made = decoy;
    if (made == null) {
      made = hash(UUID.randomUUID().toString());
      decoy = made;
    }
    return made;
  }
}
