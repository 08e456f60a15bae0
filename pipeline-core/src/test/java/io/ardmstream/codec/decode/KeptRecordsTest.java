package io.ardmstream.codec.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.container.GroupPlace;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Records that others lean on, within bounds of memory. */
class KeptRecordsTest {
  private static final int BYTES = 100;
  private static final int KEPT = 5;

  private final KeptRecords records = new KeptRecords(KEPT * BYTES);

  @Test
  void aGroupThatWasGatheredIsKeptUpToTheNextCall() {
    gather(2 * KEPT);

    assertThat(records.before(new GroupPlace(2 * KEPT, 2 * KEPT - 1))).hasSize(2 * KEPT);
  }

  @Test
  void ofAGroupWithoutEndOnlyTheNewestAreKept() {
    gather(100 * KEPT);

    assertThat(records.before(new GroupPlace(100 * KEPT, 100 * KEPT - 1)).size())
        .isBetween(KEPT, 4 * KEPT);
  }

  @Test
  void afterACallFewerAreKept() {
    gather(2 * KEPT);
    records.forget();

    assertThat(records.before(new GroupPlace(2 * KEPT, 2 * KEPT - 1))).hasSize(KEPT);
  }

  /** Records whose last four bytes, by which others name them, are their place. */
  private void gather(int count) {
    for (int place = 0; place < count; place++) {
      byte[] container = new byte[BYTES];
      ByteBuffer.wrap(container)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(BYTES - Integer.BYTES, place);
      records.gather(container, place == 0 ? GroupPlace.FIRST : new GroupPlace(place, place - 1));
    }
  }
}
