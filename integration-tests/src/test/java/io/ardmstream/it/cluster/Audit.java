package io.ardmstream.it.cluster;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What became of the records of one topic in another.
 *
 * @param records how many there were
 * @param lost that are not there
 * @param doubled that are there more often
 * @param changed that differ in what has to be kept
 * @param disordered that come after one of their partition that was sent later, and did not before
 */
record Audit(int records, int lost, int doubled, int changed, int disordered) {

  /** The result if everything is as it should be. */
  static Audit clean(int records) {
    return new Audit(records, 0, 0, 0, 0);
  }

  /**
   * Compares by the numbers that {@link Traffic} gave the records.
   *
   * @param values whether the values have to be the same, or only partition, key, headers and
   *     timestamp
   */
  static Audit of(
      List<ConsumerRecord<byte[], byte[]>> originals,
      List<ConsumerRecord<byte[], byte[]>> others,
      boolean values) {
    Map<Integer, List<ConsumerRecord<byte[], byte[]>>> sent = byNumber(originals);
    Map<Integer, List<ConsumerRecord<byte[], byte[]>>> found = byNumber(others);
    int lost = 0;
    int doubled = 0;
    int changed = 0;
    for (Map.Entry<Integer, List<ConsumerRecord<byte[], byte[]>>> entry : sent.entrySet()) {
      ConsumerRecord<byte[], byte[]> original = entry.getValue().get(0);
      List<ConsumerRecord<byte[], byte[]>> same =
          Objects.requireNonNullElse(found.remove(entry.getKey()), List.of());
      int more = same.size() - entry.getValue().size();
      lost += Math.max(0, -more);
      doubled += Math.max(0, more);
      changed += same.stream().allMatch(other -> isSame(original, other, values)) ? 0 : 1;
    }
    // what was never sent
    changed += found.size();
    int disordered = disordered(others) - disordered(originals);
    return new Audit(originals.size(), lost, doubled, changed, disordered);
  }

  private static Map<Integer, List<ConsumerRecord<byte[], byte[]>>> byNumber(
      List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().collect(Collectors.groupingBy(Audit::number));
  }

  private static boolean isSame(
      ConsumerRecord<byte[], byte[]> original,
      ConsumerRecord<byte[], byte[]> other,
      boolean values) {
    return original.partition() == other.partition()
        && original.timestamp() == other.timestamp()
        && Arrays.equals(original.key(), other.key())
        && original.headers().equals(other.headers())
        && (original.value() == null) == (other.value() == null)
        && (!values || Arrays.equals(original.value(), other.value()));
  }

  /** Records come by partition and offset. */
  private static int disordered(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<Integer, Integer> newest = new HashMap<>();
    int disordered = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      Integer before = newest.put(record.partition(), number(record));
      disordered += before != null && before > number(record) ? 1 : 0;
    }
    return disordered;
  }

  private static int number(ConsumerRecord<byte[], byte[]> record) {
    return ByteBuffer.wrap(record.headers().lastHeader(Traffic.NUMBER).value()).getInt();
  }
}
