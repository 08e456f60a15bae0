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
import io.ardmstream.mixing.AdaptiveBits;
import io.ardmstream.mixing.LogOdds;
import io.ardmstream.mixing.SituationMixer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Tiles that were coded one after another: the planes of the last ones, and all that was learnt.
 * The bits of a tile are those of its motion, if there is one before it, then those of its samples.
 */
final class TileHistory implements UnitHistory<ColourTile> {
  /** Sides of the squares of one motion. */
  private static final int FIRST_SIDE = 16;

  private static final int SECOND_SIDE = 8;

  /** Tiles before that a square may lean on, by the third rules. */
  private static final int AGES = 4;

  private static final int MOST_SLOT_BITS = 20;
  private static final int[] OPINION_WEIGHTS = {(1 << 16) * 3 / 4, (1 << 16) / 4};

  private static final int LAYOUT_BITS = 2;

  /** One in so many positions tells what a tile would cost alone. */
  private static final int SPOT = 8;

  private final int base;
  private final LeaningRules rules;
  private final Deque<ReferencePlanes> references = new ArrayDeque<>();
  private PlaneLayout layout;
  private SituationMixer mixer;
  private LeaningPredictor[] predictors;
  private MotionField motion;

  /** What the tile at hand leans on; null if there is nothing. */
  private ReferencePlanes reference;

  /** Where it is there. */
  private MotionField places;

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
    if (references.isEmpty()) {
      layout = isThird() ? LayoutSearch.of(next) : PlaneLayout.whole(next.canvas());
      motion = still();
    } else {
      // What is no longer written need not be found.
      motion = isThird() ? MotionSearch.of(next, List.copyOf(references), motion) : still();
    }
    begin(next, port);
    return new Writer(port);
  }

  @Override
  public UnitReader reader(ColourTile next, Span payload, SymbolSink sink) {
    ValueBitDecoder port = ValueBitDecoder.of(payload, sink);
    if (references.isEmpty()) {
      layout = PlaneLayout.whole(next.canvas());
    }
    motion = still();
    begin(next, port);
    return (channel, position, distribution) -> {
      port.at(position);
      return samples.pass(channel, position, distribution, 0);
    };
  }

  private boolean isThird() {
    return rules == LeaningRules.THIRD;
  }

  private MotionField still() {
    int side = rules == LeaningRules.FIRST ? FIRST_SIDE : SECOND_SIDE;
    return new MotionField(side, layout.width(), layout.rows());
  }

  private void begin(ColourTile next, ValueBitCoder port) {
    tile = next;
    if (references.isEmpty()) {
      passLayout(port);
      learnAnew();
    } else {
      motion.pass(port, references.size());
    }
    lean();
    samples = new LeaningMixer(tile, layout, reference, places, rules, mixer, predictors, port);
  }

  private void passLayout(ValueBitCoder port) {
    if (isThird() && tile.channels() == 1) {
      int number = new AdaptiveBits(port, 1).symbol(0, LAYOUT_BITS, layout.down());
      layout = PlaneLayout.of(number, tile.canvas());
      motion = still();
    }
  }

  private void lean() {
    if (isThird()) {
      List<ReferencePlanes> before = List.copyOf(references);
      reference = before.isEmpty() ? null : MovedPlanes.of(before, tile, layout, motion);
      places = new MotionField(SECOND_SIDE, layout.width(), layout.height());
    } else {
      reference = references.peekFirst();
      places = motion;
    }
  }

  private void learnAnew() {
    int channels = layout.planes(tile.channels());
    int height = tile.canvas().height();
    long expected = (long) tile.channels() * tile.canvas().width() * height;
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
    int first = tile.canvas().place(0, 0);
    int stride = tile.canvas().stride();
    int[][] errors = layout.inTile(samples.fineErrors(), first, stride);
    int[][] misses = layout.inTile(samples.misses(), first, stride);
    ReferencePlanes taken =
        reference == null
            ? ReferencePlanes.first(tile, errors, misses)
            : reference.inTile(layout).next(tile, errors, misses, places);
    references.addFirst(isThird() ? taken.withoutBefore() : taken);
    if (references.size() > (isThird() ? AGES : 1)) {
      references.removeLast();
    }
    reference = null;
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
