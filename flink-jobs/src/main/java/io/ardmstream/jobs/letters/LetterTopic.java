package io.ardmstream.jobs.letters;

import io.ardmstream.jobs.kafka.WholeTopic;
import io.ardmstream.schema.DeadLetter;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.MessageReader;
import io.ardmstream.schema.WireFormat;
import java.io.IOException;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * The letters of a dead-letter topic as it is now.
 *
 * @param client Kafka client properties, {@code bootstrap.servers} among them; never printed
 * @param wire form of the values
 * @param topic of DeadLetter; what else is in it is passed over
 */
public record LetterTopic(Properties client, WireFormat wire, String topic) {

  /**
   * Reads all letters, those in parts once for each part.
   *
   * @throws IOException if the topic cannot be read
   */
  public void read(Consumer<DeadLetter> found) throws IOException {
    MessageReader<DeadLetter> messages = wire.reader(DeadLetter.class);
    new WholeTopic(client, topic)
        .read(
            record -> {
              if (record.value() != null) {
                tell(messages, record.value(), found);
              }
            });
  }

  private static void tell(
      MessageReader<DeadLetter> messages, byte[] value, Consumer<DeadLetter> found) {
    try {
      found.accept(messages.fromBytes(value));
    } catch (MalformedMessageException e) {
      // somebody else's record
    }
  }
}
