package io.ardmstream.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.container.ContainerReader;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.jobs.kafka.PartitionLog;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.zip.CRC32C;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class GroupOffsetsTest {
  private static final byte[] FOREIGN = {1, 2, 3};

  private final Log log = new Log();
  private final GroupOffsets offsets =
      new GroupOffsets(log, new TopicPartition("t", 0), Optional::of);

  /** Values by offset, and how many were read. */
  private static final class Log implements PartitionLog {
    private final List<byte[]> values = new ArrayList<>();
    private int begin;
    private long read;

    @Override
    public long begin(TopicPartition partition) {
      return begin;
    }

    @Override
    public long back(
        TopicPartition partition, long from, long to, BiPredicate<Long, byte[]> enough) {
      for (long at = to - 1; at >= Math.max(from, begin); at--) {
        read++;
        if (enough.test(at, values.get((int) at))) {
          return at;
        }
      }
      return from;
    }

    @Override
    public void close() {}
  }

  @Test
  void theRecordBeforeIsFoundWhateverLiesBetween() {
    byte[] first = container(0, 0);
    byte[] second = container(1, ContainerReader.footer(first));
    log.values.add(first);
    fill(100);
    log.values.add(second);
    fill(100);
    byte[] third = container(2, ContainerReader.footer(second));
    log.values.add(third);

    assertThat(before(third)).hasValue(second);
    assertThat(before(second)).hasValue(first);
    assertThat(offsets.from()).isZero();
  }

  @Test
  void ofTwoThatAreAlikeTheLaterIsTaken() {
    byte[] first = container(0, 0);
    log.values.add(first);
    log.values.add(first.clone());
    byte[] next = container(1, ContainerReader.footer(first));
    log.values.add(next);
    assertThat(before(next).orElseThrow()).isSameAs(log.values.get(1));
  }

  @Test
  void whatIsNotThereIsSoughtOnceHoweverManyNameIt() {
    fill(1000);
    for (int i = 0; i < 1000; i++) {
      byte[] forged = container(7, i);
      assertThat(before(forged)).isEmpty();
      log.values.add(forged);
    }
    assertThat(log.read).isLessThan(2001);
  }

  @Test
  void whatCameSinceIsFoundAndWhatWasDeletedIsNot() {
    fill(70_000);
    assertThat(before(container(1, 99))).isEmpty();
    assertThat(offsets.from()).isEqualTo(70_000 - 65_536);
    byte[] first = container(0, 0);
    log.values.add(first);
    byte[] next = container(1, ContainerReader.footer(first));
    fill(10);
    assertThat(before(next)).hasValue(first);
    log.begin = log.values.size() - 3;
    assertThat(before(next)).isEmpty();
  }

  /** What lies before a record that is about to be added, or was. */
  private Optional<byte[]> before(byte[] container) {
    int at = log.values.indexOf(container);
    return offsets.before(GroupPlace.of(container).orElseThrow(), at < 0 ? log.values.size() : at);
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      log.values.add(FOREIGN);
    }
  }

  /** Mark, version 2, place and predecessor, and the footer. */
  private static byte[] container(int place, int predecessor) {
    ByteBuffer bytes = ByteBuffer.allocate(place == 0 ? 9 : 13).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0xAD).put((byte) 0x52).put((byte) 0x4D).put((byte) 0x20).put((byte) place);
    if (place > 0) {
      bytes.putInt(predecessor);
    }
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.array(), 0, bytes.position());
    return bytes.putInt((int) checksum.getValue()).array();
  }
}
