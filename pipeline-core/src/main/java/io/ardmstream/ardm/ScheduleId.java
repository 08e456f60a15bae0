package io.ardmstream.ardm;

import io.ardmstream.failure.NewerFormatException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of schedule ids. */
final class ScheduleId {
  private static final Pattern RANDOM =
      Pattern.compile("random\\((-?\\d{1,19}),policy\\((.*)\\)\\)");
  private static final Pattern LATTICE = Pattern.compile("lattice\\((\\d{1,9})\\)");
  private static final Pattern WAVEFRONT = Pattern.compile("wavefront\\((\\d{1,9})\\)");

  private ScheduleId() {}

  static Schedule parse(String id) {
    try {
      return known(id);
    } catch (IllegalArgumentException e) {
      throw new NewerFormatException(
          "unknown schedule: " + e.getMessage(),
          "schedule id \"" + id + '"',
          "Update ardm-stream to a version that knows this schedule.",
          e);
    }
  }

  private static Schedule known(String id) {
    Matcher random = RANDOM.matcher(id);
    if (random.matches()) {
      return new RandomOrder(Long.parseLong(random.group(1)), Policy.parse(random.group(2)));
    }
    Matcher lattice = LATTICE.matcher(id);
    if (lattice.matches()) {
      return new Lattice(Integer.parseInt(lattice.group(1)));
    }
    Matcher wavefront = WAVEFRONT.matcher(id);
    if (wavefront.matches()) {
      return new Wavefront(Integer.parseInt(wavefront.group(1)));
    }
    throw new IllegalArgumentException("neither random, nor lattice, nor wavefront");
  }
}
