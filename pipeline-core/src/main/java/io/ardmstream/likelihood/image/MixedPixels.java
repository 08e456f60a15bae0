package io.ardmstream.likelihood.image;

import io.ardmstream.block.LeaningRules;
import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.likelihood.BitCount;
import io.ardmstream.likelihood.Span;
import io.ardmstream.likelihood.SymbolSink;
import io.ardmstream.likelihood.UnitCoding;
import io.ardmstream.likelihood.UnitHistory;
import io.ardmstream.likelihood.UnitReader;
import io.ardmstream.likelihood.UnitWriter;
import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.likelihood.mixed.ValueBitCoder;
import io.ardmstream.likelihood.mixed.ValueBitDecoder;
import io.ardmstream.likelihood.mixed.ValueBitEncoder;
import io.ardmstream.mixing.FirstWeights;
import io.ardmstream.mixing.Mixing;
import java.util.Optional;

/**
 * Samples of tiles under the model's distributions mixed with what adapts while coding: one
 * sequence of bits a tile.
 *
 * @param first weights of the mixer, where the model brings them along
 * @param base of the digits that statistics tell apart
 */
record MixedPixels(Mixing mixing, Optional<FirstWeights> first, int base)
    implements UnitCoding<ColourTile> {
  /** Contexts of all samples that are coded at the same time: each has some 16 bytes of tables. */
  private static final long MOST_LOOKED_UP = 1 << 23;

  @Override
  public UnitWriter writer(ColourTile tile) {
    return new Writer(tile);
  }

  @Override
  public UnitReader reader(ColourTile tile, Span payload, SymbolSink sink) {
    ValueBitDecoder port = ValueBitDecoder.of(payload, sink);
    SampleMixer mixer = mixer(tile, port);
    return (channel, position, distribution) -> {
      port.at(position);
      return mixer.pass(channel, position, distribution, 0);
    };
  }

  private SampleMixer mixer(ColourTile tile, ValueBitCoder port) {
    return switch (mixing) {
      case QUICK -> new QuickPixelMixer(tile, QuickPixelMixer.mixer(tile), port);
      case SMALL ->
          new SmallPixelMixer(tile, SmallPixelMixer.mixer(tile, first.orElseThrow()), port);
      case LIGHT, FULL -> new PixelMixer(tile, mixing, port);
    };
  }

  /** Enough steps side by side to fill a call of the networks. */
  @Override
  public long mostTogether() {
    return MOST_LOOKED_UP / mixing.contexts();
  }

  @Override
  public Optional<UnitHistory<ColourTile>> history(LeaningRules rules) {
    return Optional.of(new TileHistory(base, rules));
  }

  private final class Writer implements UnitWriter {
    private final ValueBitEncoder port;
    private final SampleMixer mixer;

    Writer(ColourTile tile) {
      port = new ValueBitEncoder(base, tile.cardinality(0));
      mixer = MixedPixels.this.mixer(tile, port);
    }

    @Override
    public void put(int channel, int position, LogisticMixture distribution, int value) {
      mixer.pass(channel, position, distribution, value);
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
