package io.ardmstream.jobs.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.MissingRecordsException;
import io.ardmstream.schema.ErrorClass;
import io.ardmstream.schema.FailedStep;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a dead letter says of a record that could not be handled. */
class RefusalTest {

  @ParameterizedTest
  @MethodSource
  void everyKindOfFailureHasAClassOfItsOwn(Class<? extends ArdmException> kind) throws Exception {
    ArdmException failure =
        kind.getConstructor(String.class, String.class, String.class)
            .newInstance("what", "where", "remedy");

    assertThat(Refusal.of(FailedStep.DECODE, failure).error()).isNotEqualTo(ErrorClass.UNKNOWN);
  }

  static Stream<Class<?>> everyKindOfFailureHasAClassOfItsOwn() {
    return Arrays.stream(ArdmException.class.getPermittedSubclasses());
  }

  @Test
  void aRecordThatTheHeapIsTooSmallForIsTooLarge() {
    Refusal refusal = Refusal.defect(FailedStep.ENCODE, new OutOfMemoryError());

    assertThat(refusal.error()).isEqualTo(ErrorClass.TOO_LARGE);
    assertThat(refusal.message()).contains("the heap of ", "input.max-record-bytes");
  }

  @Test
  void aRecordWhosePredecessorsAreGoneIsNotCalledDamaged() {
    var missing =
        new MissingRecordsException("Records before it are missing", "record 3", "Fetch.");

    assertThat(Refusal.of(FailedStep.DECODE, missing).error())
        .isEqualTo(ErrorClass.MISSING_RECORDS);
  }

  @Test
  void aDefectIsToBeReportedWithTheRecord() {
    Refusal refusal = Refusal.defect(FailedStep.DECODE, new IllegalStateException("negative"));

    assertThat(refusal.error()).isEqualTo(ErrorClass.INTERNAL);
    assertThat(refusal.message()).contains("negative", "RefusalTest", "report it");
  }
}
