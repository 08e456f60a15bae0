package io.ardmstream.jobs.bundle;

import io.ardmstream.schema.TopicRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * How far one record of a bundle got before the call that the records share.
 *
 * @param <C> what is known of a record that takes part in it
 * @param <S> what the call takes for a record
 */
public sealed interface Step<C, S> {

  /**
   * The record needs no call.
   *
   * @param output what leaves for it
   */
  record Done<C, S>(List<TopicRecord> output) implements Step<C, S> {}

  /**
   * The record takes part in the call.
   *
   * @param record as it came
   * @param content what is known of it
   * @param source its part
   */
  record Pending<C, S>(TopicRecord record, C content, S source) implements Step<C, S> {}

  /** The records that take part, in their order. */
  static <C, S> List<Pending<C, S>> pending(List<Step<C, S>> steps) {
    List<Pending<C, S>> records = new ArrayList<>();
    for (Step<C, S> step : steps) {
      if (step instanceof Pending<C, S> pending) {
        records.add(pending);
      }
    }
    return records;
  }

  /** Their parts. */
  static <C, S> List<S> sources(List<Step<C, S>> steps) {
    return pending(steps).stream().map(Pending::source).toList();
  }
}
