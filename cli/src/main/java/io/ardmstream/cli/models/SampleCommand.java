package io.ardmstream.cli.models;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.block.SamplingModel;
import io.ardmstream.cli.files.SafeOutput;
import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.media.Modality;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ardm sample}: what a model believes pictures to be. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = {
      "Draw pictures from an order-agnostic model: it decodes random bits.",
      "With --given, the transparent pixels of a picture are drawn, and all others are kept."
    })
public final class SampleCommand implements Callable<Integer> {
  private static final int OPAQUE = 255;
  private static final int CHANNELS = 3;

  @Spec private CommandSpec spec;

  @Option(names = "--model", required = true, paramLabel = "NAME", description = "The model.")
  private String name;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "100",
      description = "Steps in which a picture is drawn (default: ${DEFAULT-VALUE}).")
  private int steps;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same seed draws the same pictures (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "16",
      description = "Number of pictures (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--given",
      paramLabel = "FILE",
      description = "A picture to complete; without it, pictures have 32 x 32 pixels.")
  private Path given;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "The PNG file with all pictures side by side; must not exist yet.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    if (steps < 1 || count < 1) {
      throw new ParameterException(spec.commandLine(), "--steps and --count have to be positive.");
    }
    SafeOutput output = new SafeOutput(false);
    output.check(out);
    Partial known = given == null ? Partial.nothing() : Partial.of(given);
    try (ModelRegistry models = ModelRegistry.installed()) {
      SamplingModel model = sampling(models, known.block().layout()).inSteps(steps);
      List<Block> drawn =
          model.complete(
              Collections.nCopies(count, known.block()),
              Collections.nCopies(count, known.positions()),
              seed);
      ByteArrayOutputStream sheet = new ByteArrayOutputStream();
      ImageIO.write(ContactSheet.of(drawn), "png", sheet);
      output.write(out, sheet.toByteArray());
    }
    return ExitCode.OK.number();
  }

  private SamplingModel sampling(ModelRegistry models, BlockLayout layout) {
    BlockModel model =
        models
            .byName(name)
            .orElseThrow(
                () -> refused("there is no model " + name + " among " + models.available()));
    if (!(model instanceof SamplingModel sampling) || !model.covers(layout)) {
      throw refused(
          name + " cannot draw such pictures; order-agnostic models draw colours of 8 bits");
    }
    return sampling;
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), "--model: " + why);
  }

  /** A picture, and which of its positions are given. */
  private record Partial(Block block, BitSet positions) {
    private static final int SIDE = 32;

    static Partial nothing() {
      return new Partial(Block.blank(layout(SIDE, SIDE)), new BitSet());
    }

    static Partial of(Path file) throws IOException {
      BufferedImage picture = ImageIO.read(file.toFile());
      if (picture == null) {
        throw new IOException(file + " cannot be read as a picture; give a PNG file");
      }
      int width = picture.getWidth();
      int[] argb = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
      Block block = Block.blank(layout(width, picture.getHeight()));
      BitSet positions = new BitSet();
      for (int i = 0; i < argb.length; i++) {
        positions.set(i, argb[i] >>> 24 == OPAQUE);
        for (int c = 0; c < CHANNELS; c++) {
          block.planes()[c][i] = argb[i] >> 8 * (CHANNELS - 1 - c) & 255;
        }
      }
      return new Partial(block, positions);
    }

    private static BlockLayout layout(int width, int height) {
      return new BlockLayout(Modality.IMAGE, width, height, CHANNELS, 8, false);
    }
  }
}
