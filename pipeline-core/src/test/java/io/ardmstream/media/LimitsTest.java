package io.ardmstream.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.UnsupportedInputException;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final Limits HUGE = new Limits(Long.MAX_VALUE, Long.MAX_VALUE);

  @Test
  void shapesUpToTheLimitPass() {
    assertThatCode(() -> new Limits(0, 24).checkShape(4, 3, 2, "here")).doesNotThrowAnyException();
    assertThatThrownBy(() -> new Limits(0, 23).checkShape(4, 3, 2, "here"))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessage(
            "A shape of 2 x 4 x 3 samples is beyond the limit of 23 samples (here). Raise the limit if"
                + " the input is to be trusted.");
  }

  @Test
  void aPlaneBeyondAnArrayIsRefusedWhateverTheLimit() {
    assertThatCode(() -> HUGE.checkShape(SampleLayout.MAX_PLANE, 1, 8, "x"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> HUGE.checkShape(1 << 16, 1 << 15, 1, "x"))
        .isInstanceOf(UnsupportedInputException.class);
  }

  @Test
  void productsBeyondLongDoNotWrapAround() {
    assertThatThrownBy(() -> HUGE.checkShape(1L << 33, 1L << 33, 1, "x"))
        .isInstanceOf(UnsupportedInputException.class);
    assertThatThrownBy(() -> HUGE.checkShape(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, "x"))
        .isInstanceOf(UnsupportedInputException.class);
  }

  @Test
  void negativeLimitsDoNotExist() {
    assertThatThrownBy(() -> new Limits(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Limits(0, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Limits.defaults().maxSamples()).isEqualTo(1L << 28);
  }
}
