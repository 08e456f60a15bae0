package io.ardmstream.jobs.letters;

import io.ardmstream.schema.DeadLetter;
import io.ardmstream.schema.ErrorClass;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** How many records were refused, by stream and kind of failure, and the latest reason of each. */
public final class LetterSums {
  private final Map<Kind, Sum> sums = new TreeMap<>();

  /**
   * Refused records of a kind.
   *
   * @param stream topic they were read from
   * @param error kind of failure
   * @param records how many
   * @param latest when the latest was refused; null: not known
   * @param reason why the latest was refused
   */
  public record Sum(String stream, ErrorClass error, long records, Instant latest, String reason) {

    private Sum plus(Sum other) {
      boolean newer = latest == null || other.latest != null && !other.latest.isBefore(latest);
      return new Sum(
          stream,
          error,
          records + other.records,
          newer ? other.latest : latest,
          newer ? other.reason : reason);
    }
  }

  private record Kind(String stream, ErrorClass error) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      return Comparator.comparing(Kind::stream).thenComparing(Kind::error).compare(this, other);
    }
  }

  /** Adds a letter; of one in parts only the first counts. */
  public void add(DeadLetter letter) {
    if (letter.getPart() == 0) {
      Sum one =
          new Sum(
              letter.getStream(),
              letter.getErrorClass(),
              1,
              letter.getFailedAt(),
              letter.getMessage());
      sums.merge(new Kind(one.stream, one.error), one, Sum::plus);
    }
  }

  /** All sums, by stream and kind. */
  public Collection<Sum> all() {
    return sums.values();
  }

  /** All refused records. */
  public long records() {
    return sums.values().stream().mapToLong(Sum::records).sum();
  }
}
