package io.ardmstream.likelihood.image;

import io.ardmstream.block.LeaningRules;
import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.likelihood.BitCount;
import io.ardmstream.likelihood.Span;
import io.ardmstream.likelihood.SymbolSink;
import io.ardmstream.likelihood.UnitHistory;
import io.ardmstream.likelihood.UnitReader;
import io.ardmstream.likelihood.UnitWriter;
import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.likelihood.mixed.ValueBitCoder;
import io.ardmstream.likelihood.mixed.ValueBitDecoder;
import io.ardmstream.likelihood.mixed.ValueBitEncoder;
import io.ardmstream.mixing.LogOdds;
import io.ardmstream.mixing.SituationMixer;

/**
 * Tiles that were coded one after another: the planes of the last one, and all that was learnt. The
 * bits of a tile are those of its motion, if there is one before it, then those of its samples.
 */
final class TileHistory implements UnitHistory<ColourTile> {
  /** Sides of the squares of one motion. */
  private static final int FIRST_SIDE = 16;

  private static final int SECOND_SIDE = 8;

  private static final int MOST_SLOT_BITS = 20;
  private static final int[] OPINION_WEIGHTS = {(1 << 16) * 3 / 4, (1 << 16) / 4};

  /** One in so many positions tells what a tile would cost alone. */
  private static final int SPOT = 8;

  private final int base;
  private final LeaningRules rules;
  private SituationMixer mixer;
  private LeaningPredictor[] predictors;
  private ReferencePlanes reference;
  private MotionField motion;
  private ColourTile tile;
  private LeaningMixer samples;
  private long aloneCost;

  /**
   * A history of nothing yet.
   *
   * @param base of the digits that statistics tell apart
   * @param rules by which all tiles are coded
   */
  TileHistory(int base, LeaningRules rules) {
    this.base = base;
    this.rules = rules;
  }

  @Override
  public UnitWriter writer(ColourTile next) {
    ValueBitEncoder port = new ValueBitEncoder(base, next.cardinality(0));
    MotionField moved = reference == null ? still(next) : MotionSearch.of(next, reference, motion);
    begin(next, moved, port);
    return new Writer(port);
  }

  @Override
  public UnitReader reader(ColourTile next, Span payload, SymbolSink sink) {
    ValueBitDecoder port = ValueBitDecoder.of(payload, sink);
    begin(next, still(next), port);
    return (channel, position, distribution) -> {
      port.at(position);
      return samples.pass(channel, position, distribution, 0);
    };
  }

  private MotionField still(ColourTile next) {
    int side = rules == LeaningRules.FIRST ? FIRST_SIDE : SECOND_SIDE;
    return new MotionField(side, next.canvas().width(), next.canvas().height());
  }

  private void begin(ColourTile next, MotionField moved, ValueBitCoder port) {
    tile = next;
    motion = moved;
    if (reference == null) {
      learnAnew();
    } else {
      motion.pass(port);
    }
    samples = new LeaningMixer(tile, reference, motion, rules, mixer, predictors, port);
  }

  private void learnAnew() {
    int channels = tile.channels();
    int height = tile.canvas().height();
    long expected = (long) channels * tile.canvas().width() * height;
    mixer =
        new SituationMixer(
            rules == LeaningRules.FIRST ? LeaningContexts.END : ColourContexts.END,
            MOST_SLOT_BITS,
            OPINION_WEIGHTS,
            channels,
            expected,
            rules != LeaningRules.FIRST);
    predictors = new LeaningPredictor[channels];
    for (int c = 0; c < channels; c++) {
      predictors[c] = new LeaningPredictor(c, height, tile.depthShift());
    }
  }

  @Override
  public void take() {
    reference =
        reference == null
            ? ReferencePlanes.first(tile, samples.fineErrors(), samples.misses())
            : reference.next(tile, samples.fineErrors(), samples.misses(), motion);
    tile = null;
    samples = null;
  }

  @Override
  public long aloneCost() {
    return aloneCost;
  }

  private final class Writer implements UnitWriter {
    private final ValueBitEncoder port;

    Writer(ValueBitEncoder port) {
      this.port = port;
      aloneCost = 0;
    }

    @Override
    public void put(int channel, int position, LogisticMixture distribution, int value) {
      if (position % SPOT == 0) {
        long mass = distribution.at(value + 1) - distribution.at(value);
        aloneCost += LogOdds.log(LogisticMixture.TOTAL) - LogOdds.log(mass + 1);
      }
      samples.pass(channel, position, distribution, value);
    }

    @Override
    public byte[] finish() {
      return port.finish();
    }

    @Override
    public BitCount bits() {
      return port.bits();
    }
  }
}
