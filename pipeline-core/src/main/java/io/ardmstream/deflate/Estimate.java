package io.ardmstream.deflate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the settings whose predictions are right most often, on more and more tokens. */
final class Estimate {
  /** Tokens after which settings that were always right are not doubted. */
  private static final int ENOUGH = 1 << 14;

  private static final int[] ROUNDS = {1 << 11, ENOUGH};
  private static final int[] KEPT = {4, 1};

  /** What is met most often, so that others are given up early. */
  private static final List<Integer> FIRST = List.of(6, 9, 15);

  private static final int USUAL_MEMORY = 8;

  private final Stream stream;
  private final int window;
  private final int named;

  private Estimate(Stream stream, int window, int named) {
    this.stream = stream;
    this.window = window;
    this.named = named;
  }

  private record Scored(ZlibSettings settings, int misses) {}

  /**
   * The best settings for a stream.
   *
   * @param window bits of the farthest distance as the wrapping of the stream states it
   * @param level that is tried first; 0: none is named
   */
  static ZlibSettings of(Stream stream, int window, int level) {
    int bits = Math.max(ZlibSettings.LEAST_WINDOW, Math.min(ZlibSettings.MOST_WINDOW, window));
    return new Estimate(stream, bits, level).best();
  }

  private ZlibSettings best() {
    int farthest = 0;
    for (int i = 0; i < stream.tokens().size(); i++) {
      farthest = Math.max(farthest, Token.distance(stream.tokens().get(i)));
    }
    int memory = memory();
    if (farthest == 0) {
      return withoutMatches(memory);
    }
    List<ZlibSettings> levels = levels(memory, farthest == 1);
    return exact(levels).orElseGet(() -> among(memories(among(levels))));
  }

  /** Where nothing repeats itself, any level finds nothing: the named one is told in less. */
  private ZlibSettings withoutMatches(int memory) {
    ZlibSettings literals = new ZlibSettings(0, ZlibSettings.Strategy.LITERALS, memory, window);
    boolean small = named > 0 && stream.tokens().size() <= ENOUGH;
    return small ? exact(level(named, memory)).orElse(literals) : literals;
  }

  /** The first settings that are always right; others are given up at a miss, which comes soon. */
  private Optional<ZlibSettings> exact(List<ZlibSettings> candidates) {
    return candidates.stream().filter(settings -> misses(settings, ENOUGH, 0) == 0).findFirst();
  }

  /** What the number of tokens in a block tells, or the usual. */
  private int memory() {
    int most = 0;
    for (DeflateBlock block : stream.blocks()) {
      most = Math.max(most, block.kind() == DeflateBlock.Kind.STORED ? 0 : block.size());
    }
    int memory = ZlibSettings.LEAST_MEMORY;
    while (memory < ZlibSettings.MOST_MEMORY && settings(0, memory).blockTokens() < most) {
      memory++;
    }
    boolean exact = settings(0, memory).blockTokens() == most;
    return exact ? memory : Math.max(memory, USUAL_MEMORY);
  }

  private ZlibSettings settings(int level, int memory) {
    return new ZlibSettings(level, ZlibSettings.Strategy.DEFAULT, memory, window);
  }

  private List<ZlibSettings> levels(int memory, boolean runs) {
    List<ZlibSettings> levels = new ArrayList<>();
    if (runs) {
      levels.add(new ZlibSettings(0, ZlibSettings.Strategy.RUNS, memory, window));
    }
    Set<Integer> order = new LinkedHashSet<>();
    if (named > 0) {
      order.add(named);
    }
    order.addAll(FIRST);
    IntStream.rangeClosed(1, Search.MOST).forEach(order::add);
    order.forEach(level -> levels.addAll(level(level, memory)));
    return levels;
  }

  private List<ZlibSettings> level(int level, int memory) {
    ZlibSettings settings = settings(level, memory);
    return Search.row(level).lazy()
        ? List.of(settings, new ZlibSettings(level, ZlibSettings.Strategy.FILTERED, memory, window))
        : List.of(settings);
  }

  /** The same with other memories in which the blocks have room. */
  private List<ZlibSettings> memories(ZlibSettings chosen) {
    List<ZlibSettings> memories = new ArrayList<>();
    memories.add(chosen);
    boolean exact = settings(0, chosen.memory()).blockTokens() == largest();
    for (int memory = ZlibSettings.MOST_MEMORY; memory > 0 && !exact; memory--) {
      if (memory != chosen.memory() && settings(0, memory).blockTokens() > largest()) {
        memories.add(new ZlibSettings(chosen.level(), chosen.strategy(), memory, window));
      }
    }
    return memories;
  }

  private int largest() {
    return stream.blocks().stream()
        .filter(block -> block.kind() != DeflateBlock.Kind.STORED)
        .mapToInt(DeflateBlock::size)
        .max()
        .orElse(0);
  }

  private ZlibSettings among(List<ZlibSettings> candidates) {
    List<ZlibSettings> left = candidates;
    for (int round = 0; round < ROUNDS.length && left.size() > 1; round++) {
      List<Scored> scored = new ArrayList<>();
      int bound = Integer.MAX_VALUE;
      for (ZlibSettings settings : left) {
        int misses = misses(settings, ROUNDS[round], bound);
        scored.add(new Scored(settings, misses));
        bound = bound(scored, KEPT[round]);
      }
      scored.sort(Comparator.comparingInt(Scored::misses));
      left = scored.stream().limit(KEPT[round]).map(Scored::settings).toList();
    }
    return left.get(0);
  }

  /** More misses than this do not come among the best. */
  private static int bound(List<Scored> scored, int kept) {
    int[] misses = scored.stream().mapToInt(Scored::misses).sorted().toArray();
    return misses.length < kept ? Integer.MAX_VALUE : misses[kept - 1];
  }

  private int misses(ZlibSettings settings, int most, int bound) {
    Parse parse = settings.parse(stream.plain());
    int misses = 0;
    int token = 0;
    for (DeflateBlock block : stream.blocks()) {
      if (block.kind() == DeflateBlock.Kind.STORED) {
        StreamPass.skip(parse, block.size());
        continue;
      }
      for (int i = 0; i < block.size(); i++, token++) {
        if (token == most || misses > bound) {
          return misses;
        }
        int actual = stream.tokens().get(token);
        misses += parse.predict() == actual ? 0 : 1;
        parse.accept(actual);
      }
    }
    return misses;
  }
}
