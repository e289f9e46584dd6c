package dev.trestle.host.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectImageResponse;
import org.junit.jupiter.api.Test;

final class PlatformTest {

  private static final InspectImageResponse IMAGE =
      new InspectImageResponse().withOs("linux").withArch("arm64");

  @Test
  void an_image_fits_whatever_way_its_platform_is_written() {
    assertThat(Platform.fits(IMAGE, null)).isTrue();
    assertThat(Platform.fits(IMAGE, "")).isTrue();
    assertThat(Platform.fits(IMAGE, "linux/arm64")).isTrue();
    assertThat(Platform.fits(IMAGE, "linux/arm64/v8")).isTrue();
    assertThat(Platform.fits(IMAGE, "aarch64")).isTrue();
  }

  @Test
  void an_image_for_another_processor_or_system_does_not_fit() {
    assertThat(Platform.fits(IMAGE, "linux/amd64")).isFalse();
    assertThat(Platform.fits(IMAGE, "windows/arm64")).isFalse();
    assertThat(Platform.parse("x86_64")).hasToString("linux/amd64");
  }
}
