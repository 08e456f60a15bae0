package io.ardmstream.dashboard;

import java.util.List;

/**
 * All that the page draws at once, as it is written to JSON. Times are milliseconds of the epoch.
 *
 * @param now the present
 * @param feed where it comes from, and how that goes
 * @param streams every stream of the selected kind, whether it is charted or not, by name
 * @param models names of all models; one of them may be empty: records without a model
 * @param chart the selected streams over time
 * @param records single records of the selection
 */
record View(
    long now,
    Feed.State feed,
    List<Stream> streams,
    List<String> models,
    Chart chart,
    Records records) {

  /**
   * One stream in the selected time.
   *
   * @param name of it
   * @param media what its latest record held
   * @param models that coded it, by name
   * @param lastTime when its latest record was encoded
   * @param totals of the selected time
   */
  record Stream(String name, String media, List<String> models, long lastTime, Totals totals) {}

  /**
   * Windows of equal length.
   *
   * @param from begin of the first window
   * @param step length of a window
   * @param all all selected streams together
   * @param lines single streams, the largest first, or single models when one stream is selected
   * @param byModel sums of the whole time
   */
  record Chart(long from, long step, Flow all, List<Line> lines, List<ModelTotals> byModel) {}

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
   */
  record Records(List<RecordFacts> newest, List<RecordFacts> slowest, List<RecordFacts> worst) {}
}
