package io.ardmstream.codec.encode;

import io.ardmstream.block.BlockHistory;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.LeaningBlock;
import io.ardmstream.block.LeaningCoder;
import io.ardmstream.block.LeaningRules;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.SampleBudget;
import io.ardmstream.codec.Source;
import io.ardmstream.container.ContainerWriter;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.FileFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stream on its way: record by record, the group that is open, and those that are closed. */
final class LeaningStream {
  private final List<Source> sources;
  private final Planner planner;
  private final ChosenModels models;
  private final ModeDecision decision;
  private final int most;
  private final Encoding[] outcomes;
  private final Map<EncodeTask, Integer> places = new LinkedHashMap<>();
  private final List<List<EncodeTask>> groups = new ArrayList<>();
  private final List<Integer> alone = new ArrayList<>();
  private List<EncodeTask> group = List.of();
  private GroupPlace place;
  private LeaningCoder coder;
  private List<BlockHistory> histories;
  private EncodeTask task;

  /** The next record, if it is planned already. */
  private EncodeTask ahead;

  private Look last;
  private boolean toBeCoded;
  private int next;
  private long samples;

  LeaningStream(
      List<Source> sources, Planner planner, ChosenModels models, ModeDecision decision, int most) {
    this.sources = sources;
    this.planner = planner;
    this.models = models;
    this.decision = decision;
    this.most = Math.min(most, GroupPlace.MOST + 1);
    outcomes = new Encoding[sources.size()];
    if (sources.size() == 1) {
      leave(next++);
    }
  }

  /** How much of a {@link SampleBudget} it takes: that of a record and its history. */
  long budget() {
    if (!hasMore()) {
      return 0;
    }
    try {
      ahead = planner.plan(sources.get(0));
      return SampleBudget.ofHistories(ahead.original.blocks.size(), ahead.samples());
    } catch (ArdmException refusedLater) {
      return 0;
    }
  }

  boolean hasMore() {
    return next < sources.size();
  }

  /** Takes up the next record. */
  void open() {
    int at = next++;
    task = null;
    toBeCoded = false;
    try {
      EncodeTask opened = likeGroup(ahead == null ? planner.plan(sources.get(at)) : ahead);
      ahead = null;
      Optional<LeaningCoder> leaning = coder(opened);
      Optional<Look> seen = leaning.flatMap(found -> look(opened));
      if (seen.isEmpty()) {
        leave(at);
        return;
      }
      Look look = seen.get();
      boolean continues = continues(leaning.get(), look);
      if (!continues && !isFollowed(opened, look)) {
        leave(at);
        return;
      }
      task = opened;
      last = look;
      places.put(task, at);
      samples += task.samples();
      toBeCoded = true;
      if (!continues) {
        begin(leaning.get());
      }
    } catch (ArdmException refused) {
      outcomes[at] = new Encoding.Failed(refused);
      close();
    }
  }

  private EncodeTask likeGroup(EncodeTask opened) {
    return group.isEmpty()
        ? opened
        : planner.widened(opened, group.get(0).original.layout().bitDepth());
  }

  /** What codes the blocks of a record so that they lean on others, if anything does. */
  private Optional<LeaningCoder> coder(EncodeTask opened) {
    RecordPlan plan = opened.original;
    boolean tooLarge =
        opened.samples() == 0
            || opened.samples() > GroupPlace.MOST_SAMPLES
            || plan.blocks.size() > GroupPlace.MOST_BLOCKS
            || opened.isSound() && !plan.isOneBlock();
    if (tooLarge || plan.classicOnly || opened.alternative.isPresent()) {
      return Optional.empty();
    }
    if (plan.type == FileFormat.JPEG) {
      return Optional.of(decision.jpegs());
    }
    plan.blocks.forEach(decision::codePlain);
    Optional<BlockModel> found = models.covering(plan.layout(), plan.blocks.get(0).layout());
    boolean leans =
        found.isPresent()
            && found.get() instanceof LeaningCoder leaning
            && plan.blocks.stream().allMatch(b -> !b.isCoded() && leaning.leans(b.layout()));
    return leans ? Optional.of((LeaningCoder) found.get()) : Optional.empty();
  }

  /** What a record looks like, if others may lean on it. */
  private static Optional<Look> look(EncodeTask opened) {
    if (opened.original.type == FileFormat.JPEG) {
      return Look.ofJpeg(opened.source.bytes());
    }
    return Optional.of(
        opened.isSound() ? Look.ofSound(opened.original.layout()) : Look.of(opened.original));
  }

  private boolean continues(LeaningCoder same, Look look) {
    return !group.isEmpty() && group.size() < most && coder == same && look.resembles(last);
  }

  /** Whether the record after one that would begin a group may lean on it. */
  private boolean isFollowed(EncodeTask opened, Look look) {
    if (!hasMore()) {
      return false;
    }
    try {
      ahead = planner.plan(sources.get(next));
    } catch (ArdmException refusedLater) {
      return false;
    }
    EncodeTask following = planner.widened(ahead, opened.original.layout().bitDepth());
    return look(following).filter(other -> other.resembles(look)).isPresent();
  }

  private void begin(LeaningCoder under) {
    close();
    coder = under;
    place = GroupPlace.FIRST;
    histories =
        task.original.blocks.stream()
            .map(block -> under.history(block.layout(), LeaningRules.CURRENT))
            .toList();
  }

  /** Whether the record at hand waits for its coder. */
  boolean isToBeCoded() {
    return toBeCoded;
  }

  LeaningCoder coder() {
    return coder;
  }

  List<BlockHistory> histories() {
    return histories;
  }

  List<BlockPlan> plans() {
    return task.original.blocks;
  }

  /** Takes what the coder made of the record at hand. */
  void accept(List<LeaningBlock> blocks) {
    toBeCoded = false;
    long inGroup = blocks.stream().mapToLong(block -> block.coded().payload().length).sum();
    long alone = blocks.stream().mapToLong(LeaningBlock::aloneBytes).sum();
    if (place.leans() && inGroup >= alone - alone / coder.leastGain()) {
      begin(coder);
      toBeCoded = true;
      return;
    }
    for (int i = 0; i < blocks.size(); i++) {
      take(plans().get(i), blocks.get(i).coded());
    }
    task.original.group = Optional.of(place);
    if (coder instanceof BlockModel) {
      decision.code(plans());
    }
    boolean leaning = plans().stream().allMatch(plan -> plan.mode() == mode());
    if (leaning) {
      task.keep(task.original);
    }
    if (!leaning || task.isGrown() || task.bytesMayRepeat()) {
      leave(places.get(task));
      return;
    }
    if (group.isEmpty()) {
      group = new ArrayList<>();
    }
    task.leaningSaved = place.leans() ? alone - inGroup : 0;
    group.add(task);
    place = place.after(task.container);
    task.release();
  }

  private void take(BlockPlan plan, ModelledBlock coded) {
    if (coder instanceof BlockModel model) {
      byte[] filled = ContainerWriter.fillUp(coded.payload(), plan.layout().samples());
      ModelledBlock made = new ModelledBlock(filled, coded.idealBits(), coded.stageBits());
      plan.modelled = Optional.of(new BlockPlan.Modelled(model, made));
    } else {
      plan.code(mode(), coded.payload());
    }
  }

  /** The mode of blocks that lean on others. */
  private BlockMode mode() {
    return coder instanceof BlockModel ? BlockMode.ARDM : BlockMode.CLASSIC;
  }

  /** Gives up coding the record at hand after others. */
  void refuse(String reason) {
    toBeCoded = false;
    task.original.reasons.add(reason);
    leave(places.get(task));
  }

  private void leave(int at) {
    alone.add(at);
    close();
  }

  /** Ends the group that is open: the next record does not lean on it. */
  void close() {
    if (group.size() > 1) {
      groups.add(group);
    } else {
      group.forEach(lonely -> alone.add(places.get(lonely)));
    }
    group = List.of();
  }

  /** Encodes the records of a group alone instead. */
  void giveUp(List<EncodeTask> lost) {
    lost.forEach(record -> alone.add(places.get(record)));
  }

  List<List<EncodeTask>> groups() {
    return groups;
  }

  long samples() {
    return samples;
  }

  /** Settles the records of groups. */
  void settle(double nanosPerSample) {
    for (List<EncodeTask> closed : groups) {
      for (EncodeTask record : closed) {
        if (!alone.contains(places.get(record))) {
          outcomes[places.get(record)] = record.outcome(nanosPerSample);
        }
      }
    }
  }

  /** The records that are to be encoded alone. */
  List<Source> alone() {
    return alone.stream().map(sources::get).toList();
  }

  /** Takes as many encodings as it has records that are to be encoded alone. */
  void settleAlone(Iterator<Encoding> encodings) {
    alone.forEach(at -> outcomes[at] = encodings.next());
  }

  List<Encoding> outcomes() {
    return Arrays.asList(outcomes);
  }
}
