package io.ardmstream.jobs.kafka;

import java.io.Serializable;
import java.util.Map;

/**
 * How far from the present the timestamps of a topic's records may lie. A broker refuses a record
 * that is dated otherwise, and with it everything that its producer had still to write.
 *
 * @param before milliseconds that a record may be old, at least 0
 * @param after milliseconds that a record may be dated ahead, at least 0
 */
public record AllowedTimes(long before, long after) implements Serializable {

  /** Clocks differ, and a record waits before it is written. */
  private static final long MARGIN = 60_000;

  private static final String UNLIMITED = Long.toString(Long.MAX_VALUE);

  /** What the configuration of a topic says; brokers before 3.6 know one limit for both. */
  public static AllowedTimes of(Map<String, String> topic) {
    String both = topic.getOrDefault("message.timestamp.difference.max.ms", UNLIMITED);
    return new AllowedTimes(
        Long.parseLong(topic.getOrDefault("message.timestamp.before.max.ms", both)),
        Long.parseLong(topic.getOrDefault("message.timestamp.after.max.ms", both)));
  }

  /** The timestamp itself if it is allowed for certain, else the present. */
  public long nearest(long timestamp, long now) {
    boolean allowed =
        timestamp <= now ? now - timestamp <= certain(before) : timestamp - now <= certain(after);
    return allowed ? timestamp : now;
  }

  private static long certain(long limit) {
    return limit - Math.min(MARGIN, limit / 2);
  }
}
