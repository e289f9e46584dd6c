package dev.trestle.cornershop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
  private final PasswordHash passwords = new PasswordHash();

  @Test
  void a_hash_fits_its_own_password_only() {
    String hash = passwords.hash("correct horse");

    assertThat(passwords.fits("correct horse", hash)).isTrue();
    assertThat(passwords.fits("correct house", hash)).isFalse();
    assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
  }

  @Test
  void an_unknown_user_has_no_fitting_password() {
    assertThat(passwords.fits("correct horse", null)).isFalse();
  }
}
