package io.ardmstream.jobs.rates;

import io.ardmstream.schema.RateWindow;
import java.io.IOException;
import java.util.function.Consumer;

/** Where rates can be asked for. */
public interface RateSource {

  /**
   * Finds windows. Of one window there may be many parts, to be added by {@link RateSums}.
   *
   * @param query which
   * @param found takes them, in no order
   * @return how many values were left out because their numbers cannot be added up, or are none
   * @throws IOException if the source does not answer
   */
  long read(RateQuery query, Consumer<RateWindow> found) throws IOException;
}
