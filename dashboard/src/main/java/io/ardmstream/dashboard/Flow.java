package io.ardmstream.dashboard;

import io.ardmstream.dashboard.rates.Totals;

/**
 * What passed through in each window.
 *
 * @param records in the window
 * @param samples in the window
 * @param rawBytes in the window
 * @param encodedBytes in the window
 * @param ardm blocks coded with a model
 * @param classic blocks coded with the classic coder
 * @param stored blocks kept as they are
 * @param constant blocks of one value
 */
record Flow(
    long[] records,
    long[] samples,
    long[] rawBytes,
    long[] encodedBytes,
    long[] ardm,
    long[] classic,
    long[] stored,
    long[] constant) {

  static Flow of(Totals[] windows) {
    return new Flow(
        Line.column(windows, Totals::records),
        Line.column(windows, Totals::samples),
        Line.column(windows, Totals::rawBytes),
        Line.column(windows, Totals::encodedBytes),
        Line.column(windows, window -> window.blocks().ardm()),
        Line.column(windows, window -> window.blocks().classic()),
        Line.column(windows, window -> window.blocks().stored()),
        Line.column(windows, window -> window.blocks().constant()));
  }
}
