package io.ardmstream.dashboard.rates;

import io.ardmstream.schema.BlockCounts;

/**
 * Number of blocks by coding mode.
 *
 * @param ardm coded with a model
 * @param classic coded with the classic coder
 * @param stored kept as they are
 * @param constant of one value
 */
public record Modes(long ardm, long classic, long stored, long constant) {

  static final Modes NONE = new Modes(0, 0, 0, 0);

  static Modes of(BlockCounts counts) {
    return new Modes(
        counts.getArdm(), counts.getClassic(), counts.getStored(), counts.getConstant());
  }

  Modes plus(Modes other) {
    return new Modes(
        ardm + other.ardm,
        classic + other.classic,
        stored + other.stored,
        constant + other.constant);
  }
}
