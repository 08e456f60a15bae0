package io.ardmstream.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativePlatformTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-arm64",
    "Linux, riscv64, linux-riscv64",
    "Mac OS X, aarch64, macosx-arm64",
    "Mac OS X, x86_64, macosx-x86_64",
    "Windows 11, amd64, windows-x86_64",
  })
  void isNamedLikeTheJars(String osName, String osArch, String expected) {
    assertThat(NativePlatform.of(osName, osArch).name()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"Linux, amd64"})
  void prefersTheLibrariesForGpus(String osName, String osArch) {
    assertThat(NativePlatform.of(osName, osArch).resourceFolders())
        .containsExactly(
            "org/tensorflow/internal/c_api/linux-x86_64-gpu/",
            "org/tensorflow/internal/c_api/linux-x86_64/");
  }
}
