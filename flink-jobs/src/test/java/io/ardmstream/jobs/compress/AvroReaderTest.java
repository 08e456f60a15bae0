package io.ardmstream.jobs.compress;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.RawRecord;
import io.ardmstream.schema.TopicRecord;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What surrounds the media in an Avro record is kept, so that the value is restored exactly. */
class AvroReaderTest {

  @Property(tries = 300)
  void valueIsHeadMediaAndTail(@ForAll byte[] media, @ForAll String name, @ForAll boolean named) {
    RawRecord raw =
        RawRecord.newBuilder()
            .setName(named ? name : null)
            .setPayload(ByteBuffer.wrap(media))
            .build();
    byte[] value = AvroMessage.of(RawRecord.class).toBytes(raw);
    RawMedia read = new AvroReader(AvroMessage.of(RawRecord.class)).read(record(value));
    assertThat(read.media()).isEqualTo(media);
    assertThat(joined(read)).isEqualTo(value);
    assertThat(read.id()).isEqualTo("topic-1-7");
    assertThat(read.stream()).isEqualTo("topic");
  }

  private static byte[] joined(RawMedia read) {
    return ByteBuffer.allocate(read.head().length + read.media().length + read.tail().length)
        .put(read.head())
        .put(read.media())
        .put(read.tail())
        .array();
  }

  private static TopicRecord record(byte[] value) {
    return new TopicRecord("topic", 1, 7L, 0L, null, List.of(), ByteBuffer.wrap(value));
  }
}
