package io.ardmstream.jobs.rates;

import io.ardmstream.jobs.kafka.WholeTopic;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.MessageReader;
import io.ardmstream.schema.PlausibleStatistics;
import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.RateWindow;
import io.ardmstream.schema.WireFormat;
import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The rates of a statistics topic as it is now, without any job or database.
 *
 * @param client Kafka client properties, {@code bootstrap.servers} among them; never printed
 * @param wire form of the values
 * @param topic of RateStatistics; what else is in it is left out and counted
 */
public record TopicRates(Properties client, WireFormat wire, String topic) implements RateSource {

  @Override
  public long read(RateQuery query, Consumer<RateWindow> found) throws IOException {
    Consumer<RateWindow> wanted =
        window -> {
          if (query.matches(window)) {
            found.accept(window);
          }
        };
    MessageReader<RateStatistics> messages =
        new PlausibleStatistics(wire.reader(RateStatistics.class));
    LongAdder leftOut = new LongAdder();
    new WholeTopic(client, topic)
        .read(record -> leftOut.add(tell(record, messages, wanted) ? 0 : 1));
    return leftOut.sum();
  }

  /** Whether it is what the topic should hold; the rates job makes a dead letter of what is not. */
  private static boolean tell(
      ConsumerRecord<byte[], byte[]> record,
      MessageReader<RateStatistics> messages,
      Consumer<RateWindow> found) {
    if (record.value() == null) {
      return true;
    }
    try {
      StatisticsWindows.of(messages.fromBytes(record.value()), record.timestamp()).forEach(found);
      return true;
    } catch (MalformedMessageException e) {
      return false;
    }
  }
}
