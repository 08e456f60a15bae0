package io.ardmstream.jobs.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.failure.MissingRecordsException;
import io.ardmstream.schema.ErrorClass;
import io.ardmstream.schema.FailedStep;
import org.junit.jupiter.api.Test;

/** What a dead letter says of a record that a call for many failed on. */
class RefusalTest {

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
