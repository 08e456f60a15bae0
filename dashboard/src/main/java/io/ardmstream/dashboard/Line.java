package io.ardmstream.dashboard;

import io.ardmstream.dashboard.rates.Totals;
import java.util.Arrays;
import java.util.function.ToLongFunction;

/**
 * One line of a chart, a number for each window.
 *
 * @param name stream or model
 * @param samples in the window
 * @param rawBytes in the window
 * @param encodedBytes in the window
 */
record Line(String name, long[] samples, long[] rawBytes, long[] encodedBytes) {

  static Line of(String name, Totals[] windows) {
    return new Line(
        name,
        column(windows, Totals::samples),
        column(windows, Totals::rawBytes),
        column(windows, Totals::encodedBytes));
  }

  static long[] column(Totals[] windows, ToLongFunction<Totals> field) {
    return Arrays.stream(windows).mapToLong(field).toArray();
  }
}
