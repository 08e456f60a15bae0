package io.ardmstream.codec.decode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ConstantSamples;
import io.ardmstream.block.LeaningCoder;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.block.StoredSamples;
import io.ardmstream.block.classic.ClassicCoder;
import io.ardmstream.block.classic.LeaningJpegs;
import io.ardmstream.codec.Attempt;
import io.ardmstream.codec.SampleBudget;
import io.ardmstream.container.Container;
import io.ardmstream.container.ModelTag;
import io.ardmstream.failure.UnknownModelException;
import io.ardmstream.media.Modality;
import io.ardmstream.parallel.SideBySide;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decodes the blocks of many records, those of one model together. */
public final class BlockDecoder {
  private final ModelRegistry models;
  private final ClassicCoder classic = new ClassicCoder();
  private final LeaningJpegs jpegs = new LeaningJpegs();

  public BlockDecoder(ModelRegistry models) {
    this.models = models;
  }

  /** Fills the records with their blocks, or tells them which are lost. */
  public void decode(List<DecodeTask> records) {
    Map<ModelTag, List<Place>> modelled = new LinkedHashMap<>();
    List<Place> plain = new ArrayList<>();
    for (DecodeTask record : records) {
      Container container = record.container();
      for (int i = 0; i < container.entries().size(); i++) {
        Place place = new Place(record, i);
        if (!container.holds(i)) {
          record.lose(i, record.corrupt("The container ends inside a block", i));
        } else if (leans(container, i)) {
          int inGroup = container.header().group().get().place();
          record.lose(i, RecordGroup.refusal(inGroup, "it is decoded alone here"));
        } else if (place.mode() == BlockMode.ARDM) {
          ModelTag tag = container.header().model().orElseThrow();
          modelled.computeIfAbsent(tag, unseen -> new ArrayList<>()).add(place);
        } else {
          plain.add(place);
        }
      }
    }
    SampleBudget.inWaves(plain, Place::samples, this::plain);
    modelled.forEach(this::modelled);
  }

  private void plain(List<Place> places) {
    List<Checked> blocks = SideBySide.map(places, this::checked);
    for (int i = 0; i < places.size(); i++) {
      places.get(i).accept(blocks.get(i));
    }
  }

  private Checked checked(Place place) {
    Block block = plain(place.record().container(), place.index());
    return new Checked(block, place.record().holds(place.index(), block));
  }

  /** A decoded block, and whether its checksum holds. */
  private record Checked(Block block, boolean holds) {}

  /** A block that needs no model. */
  Block plain(Container container, int index) {
    BlockLayout layout = container.header().grid().layoutOf(index);
    byte[] payload = container.payload(index);
    return switch (container.entries().get(index).mode()) {
      case STORED -> StoredSamples.unpack(layout, payload);
      case CONSTANT -> ConstantSamples.unpack(layout, payload);
      case CLASSIC -> classic.decode(layout, payload);
      case ARDM -> throw new IllegalArgumentException("needs a model");
    };
  }

  /** Whether a block leans on others, be it only that others may lean on it. */
  static boolean leans(Container container, int index) {
    BlockMode mode = container.entries().get(index).mode();
    return mode == BlockMode.ARDM && container.header().group().isPresent()
        || mode == BlockMode.CLASSIC
            && container.isJpegInGroup()
            && ClassicCoder.leans(container.payload(index));
  }

  /**
   * What decodes a block that {@link #leans}.
   *
   * @throws io.ardmstream.failure.ArdmException when there is nothing that does
   */
  LeaningCoder leaning(DecodeTask task, int index) {
    Container container = task.container();
    if (container.entries().get(index).mode() != BlockMode.ARDM) {
      return jpegs;
    }
    BlockLayout layout = container.header().grid().layoutOf(index);
    boolean goesOn = container.isSoundInGroup() == (layout.kind() == Modality.AUDIO);
    if (model(container, index) instanceof LeaningCoder model && goesOn && model.leans(layout)) {
      return model;
    }
    throw task.corrupt("The model does not code such blocks in groups", index);
  }

  /**
   * The model of a block.
   *
   * @throws UnknownModelException when it is not at hand
   */
  BlockModel model(Container container, int index) {
    ModelTag tag = container.header().model().orElseThrow();
    return models.byDigest(tag.hex()).orElseThrow(() -> unknown(tag, container.place(index)));
  }

  private void modelled(ModelTag tag, List<Place> places) {
    Optional<BlockModel> model = models.byDigest(tag.hex());
    List<Place> covered = new ArrayList<>();
    for (Place place : places) {
      if (model.isEmpty()) {
        String where = place.record().container().place(place.index());
        place.record().lose(place.index(), unknown(tag, where));
      } else if (!model.get().covers(place.layout())) {
        place.lose("The model does not code such blocks");
      } else {
        covered.add(place);
      }
    }
    SampleBudget.inWaves(covered, Place::samples, wave -> decode(model.orElseThrow(), wave));
  }

  private static void decode(BlockModel model, List<Place> places) {
    List<Attempt<Block>> attempts =
        Attempt.together(places, all -> model.decode(layouts(all), payloads(all)));
    for (int i = 0; i < places.size(); i++) {
      Attempt<Block> attempt = attempts.get(i);
      if (attempt.succeeded()) {
        places.get(i).accept(attempt.result());
      } else {
        places.get(i).lose("The model cannot decode a block: " + attempt.defect());
      }
    }
  }

  private static List<BlockLayout> layouts(List<Place> places) {
    return places.stream().map(Place::layout).toList();
  }

  private static List<byte[]> payloads(List<Place> places) {
    return places.stream().map(Place::payload).toList();
  }

  private UnknownModelException unknown(ModelTag tag, String where) {
    return new UnknownModelException(
        "The model with the digest " + tag + "... is not among " + models.available(),
        where,
        "Get the bundle of that digest, published ones are listed in docs/MODELS.md, and put it"
            + " where bundles are looked for.");
  }

  /** A block of a record. */
  private record Place(DecodeTask record, int index) {
    BlockMode mode() {
      return record.container().entries().get(index).mode();
    }

    BlockLayout layout() {
      return record.container().header().grid().layoutOf(index);
    }

    long samples() {
      return layout().samples();
    }

    byte[] payload() {
      return record.container().payload(index);
    }

    void accept(Checked decoded) {
      record.accept(index, decoded.block(), decoded.holds());
    }

    void accept(Block block) {
      record.accept(index, block);
    }

    void lose(String what) {
      record.lose(index, record.corrupt(what, index));
    }
  }
}
