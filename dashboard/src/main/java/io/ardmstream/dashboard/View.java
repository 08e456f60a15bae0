package io.ardmstream.dashboard;

import io.ardmstream.dashboard.rates.RecordFacts;
import io.ardmstream.dashboard.rates.RefusedRecords;
import io.ardmstream.dashboard.rates.Totals;
import io.ardmstream.dashboard.topic.Feed;
import io.ardmstream.dashboard.topic.TopicWatch;
import java.util.List;

/**
 * All that the page draws at once, as it is written to JSON. Times are milliseconds of the epoch.
 *
 * @param now the present
 * @param feed where it comes from, and how that goes
 * @param topics of the records themselves: how far the job is behind, and what they take on disk
 * @param streams every stream of the selected kind, whether it is charted or not, by name
 * @param forgotten how many pairs of stream and model were silent for too long to be kept
 * @param models names of all models; one of them may be empty: records without a model
 * @param chart the selected streams over time
 * @param records single records of the selection
 * @param refused records of the selection that were refused; null: not asked for
 */
record View(
    long now,
    Feed.State feed,
    TopicWatch.State topics,
    List<Stream> streams,
    long forgotten,
    List<String> models,
    Chart chart,
    Records records,
    RefusedRecords.Shown refused) {

  /**
   * One stream in the selected time.
   *
   * @param name of it
   * @param media what its latest record held
   * @param models that coded it, by name
   * @param lastTime when its latest record was encoded
   * @param records in the selected time
   * @param rawBytes of them
   * @param encodedBytes of them
   */
  record Stream(
      String name,
      String media,
      List<String> models,
      long lastTime,
      long records,
      long rawBytes,
      long encodedBytes) {}

  /**
   * Windows of equal length.
   *
   * @param from begin of the first window
   * @param step length of a window
   * @param all all selected streams together
   * @param lines single streams, or single models when just one stream is selected
   * @param streams how many of the selected streams have records in this time
   * @param byModel sums of the whole time
   */
  record Chart(
      long from, long step, Flow all, Lines lines, int streams, List<ModelTotals> byModel) {}

  /**
   * The lines of a chart.
   *
   * @param of {@code stream} or {@code model}
   * @param count how many there would be, were all of them drawn
   * @param largest the few that are drawn, the one with most raw bytes first
   */
  record Lines(String of, int count, List<Line> largest) {}

  /**
   * The sums of a model.
   *
   * @param model its name; empty: none
   * @param totals of the whole time
   */
  record ModelTotals(String model, Totals totals) {}

  /**
   * Records that are worth a look.
   *
   * @param newest the latest first
   * @param slowest those that took longest first
   * @param worst the smallest ratio first
   * @param chosen the one that was asked for by its place, whatever else is selected; or none
   */
  record Records(
      List<RecordFacts> newest,
      List<RecordFacts> slowest,
      List<RecordFacts> worst,
      List<RecordFacts> chosen) {}
}
