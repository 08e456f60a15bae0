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

  @Test
  void theNewestIsKeptHoweverLargeItIs() {
    records.gather(container(30 * BYTES, 0), GroupPlace.FIRST);
    records.forget();

    assertThat(records.before(new GroupPlace(1, 0))).hasSize(1);
  }

  @Test
  void whatIsLeantOnIsForgottenLast() {
    gather(2);
    for (int other = 100; other < 100 + KEPT - 2; other++) {
      records.gather(container(BYTES, other), GroupPlace.FIRST);
    }
    records.gather(container(BYTES, 2), new GroupPlace(2, 1));
    records.forget();

    assertThat(records.before(new GroupPlace(3, 2))).hasSize(3);
    assertThat(records.before(new GroupPlace(1, 100))).isEmpty();
  }

  @Test
  void aRecordThatComesAgainIsTheSameAndIsTheNewestThen() {
    RememberedRecord first = records.remember(container(BYTES, 0), GroupPlace.FIRST);
    for (int other = 1; other < KEPT; other++) {
      records.remember(container(BYTES, other), GroupPlace.FIRST);
    }

    assertThat(records.remember(container(BYTES, 0), GroupPlace.FIRST)).isSameAs(first);
    records.gather(container(BYTES, KEPT), GroupPlace.FIRST);
    records.forget();
    assertThat(records.before(new GroupPlace(1, 0))).containsExactly(first);
    assertThat(records.before(new GroupPlace(1, 1))).isEmpty();
  }

  @Test
  void anotherRecordOfTheSameNameTakesItsPlaceAndIsCountedInstead() {
    gather(KEPT);
    byte[] longer = container(2 * BYTES, KEPT - 1);
    RememberedRecord other = records.remember(longer, new GroupPlace(KEPT - 1, KEPT - 2));
    records.forget();

    assertThat(records.before(new GroupPlace(KEPT, KEPT - 1))).hasSize(KEPT - 1).endsWith(other);
  }

  /** Records of a group, named by their places. */
  private void gather(int count) {
    for (int place = 0; place < count; place++) {
      records.gather(
          container(BYTES, place),
          place == 0 ? GroupPlace.FIRST : new GroupPlace(place, place - 1));
    }
  }

  /** A record whose last four bytes, by which others name it, are this. */
  private static byte[] container(int length, int footer) {
    byte[] container = new byte[length];
    ByteBuffer.wrap(container)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(length - Integer.BYTES, footer);
    return container;
  }
}
