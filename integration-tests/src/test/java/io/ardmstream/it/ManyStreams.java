package io.ardmstream.it;

import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.RawRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A thousand cameras, some photographs and recordings, and streams whose names mean harm. */
final class ManyStreams {

  static final int CAMERAS = 1_000;
  static final List<String> PHOTOS =
      List.of(
          "images/dragonfly-on-lavender.ppm",
          "images/fragrant-chamomile.bmp",
          "images/taipei-city.pgm");
  static final List<String> VOICES = List.of("audio/speech-bed.wav", "audio/speech-cat.wav");
  static final List<String> HOSTILE =
      List.of(
          "<img src=x onerror=\"window.hacked=1\">",
          "\"><script>window.hacked=1</script>",
          "javascript:window.hacked=1",
          "\u202Etxt.exe" + "x".repeat(300),
          "stream=a&model=b#<b>%00");

  private ManyStreams() {}

  static List<ProducerRecord<byte[], byte[]>> records(String topic) {
    List<RawRecord> records = new ArrayList<>();
    for (int camera = 0; camera < CAMERAS; camera++) {
      records.add(record("camera-%04d".formatted(camera), "0", Media.gradient(16, 12, camera)));
    }
    PHOTOS.forEach(name -> records.add(record("photos", name, Samples.named(name))));
    VOICES.forEach(name -> records.add(record("voices", name, Samples.named(name))));
    // noise compresses worst, so that these are in the tables too
    HOSTILE.forEach(name -> records.add(record(name, name, Media.noise(32, 32, name.length()))));
    AvroMessage<RawRecord> messages = AvroMessage.of(RawRecord.class);
    return records.stream()
        .map(each -> new ProducerRecord<byte[], byte[]>(topic, messages.toBytes(each)))
        .toList();
  }

  static List<RateStatistics> statistics(List<ConsumerRecord<byte[], byte[]>> topic)
      throws Exception {
    AvroMessage<RateStatistics> messages = AvroMessage.of(RateStatistics.class);
    List<RateStatistics> statistics = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> each : topic) {
      statistics.add(messages.fromBytes(each.value()));
    }
    return statistics;
  }

  private static RawRecord record(String stream, String id, byte[] media) {
    return RawRecord.newBuilder()
        .setStream(stream)
        .setId(id)
        .setPayload(ByteBuffer.wrap(media))
        .build();
  }
}
