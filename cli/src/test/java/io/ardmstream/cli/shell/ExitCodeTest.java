package io.ardmstream.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.failure.ArdmException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExitCodeTest {

  @ParameterizedTest
  @MethodSource
  void everyRefusalHasACodeThatIsNoDefect(Class<? extends ArdmException> kind) throws Exception {
    ArdmException refusal =
        kind.getConstructor(String.class, String.class, String.class)
            .newInstance("what", "where", "remedy");

    assertThat(ExitCode.of(refusal))
        .isIn(ExitCode.BAD_INPUT, ExitCode.CORRUPT, ExitCode.UNKNOWN_VERSION);
  }

  static Stream<Class<?>> everyRefusalHasACodeThatIsNoDefect() {
    return Arrays.stream(ArdmException.class.getPermittedSubclasses());
  }
}
