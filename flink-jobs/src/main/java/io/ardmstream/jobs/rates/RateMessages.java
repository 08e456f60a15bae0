package io.ardmstream.jobs.rates;

import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.RateWindow;
import java.io.IOException;

/** Windows as bytes in the database. */
final class RateMessages {

  private final AvroMessage<RateWindow> messages = AvroMessage.of(RateWindow.class);

  byte[] toBytes(RateWindow window) {
    return messages.toBytes(window);
  }

  RateWindow fromBytes(byte[] bytes) throws IOException {
    try {
      return messages.fromBytes(bytes);
    } catch (MalformedMessageException e) {
      throw new IOException("the column base of rate_window is damaged", e);
    }
  }
}
