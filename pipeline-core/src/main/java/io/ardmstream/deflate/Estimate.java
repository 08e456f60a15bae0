package io.ardmstream.deflate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds the settings whose predictions are right most often, on more and more tokens. */
final class Estimate {
  /** Tokens after which settings that were always right are not doubted. */
  private static final int ENOUGH = 1 << 14;

  private static final int[] ROUNDS = {1 << 11, ENOUGH};
  private static final int[] KEPT = {4, 1};

  /** What is met most often, so that others are given up early. */
  private static final int[] FIRST = {6, 9, 15};

  private static final int USUAL_MEMORY = 8;

  private final Stream stream;
  private final int window;

  private Estimate(Stream stream, int window) {
    this.stream = stream;
    this.window = window;
  }

  private record Scored(Settings settings, int misses) {}

  /**
   * The best settings for a stream.
   *
   * @param window bits of the farthest distance as the wrapping of the stream states it
   */
  static Settings of(Stream stream, int window) {
    int bits = Math.max(Settings.LEAST_WINDOW, Math.min(Settings.MOST_WINDOW, window));
    return new Estimate(stream, bits).best();
  }

  private Settings best() {
    int farthest = 0;
    for (int i = 0; i < stream.tokens().size(); i++) {
      farthest = Math.max(farthest, Token.distance(stream.tokens().get(i)));
    }
    int memory = memory();
    if (farthest == 0) {
      return new Settings(0, Settings.Strategy.LITERALS, memory, window);
    }
    List<Settings> levels = levels(memory, farthest == 1);
    for (Settings settings : levels) {
      // given up at the first miss, which comes soon if there is one
      if (misses(settings, ENOUGH, 0) == 0) {
        return settings;
      }
    }
    return among(memories(among(levels)));
  }

  /** What the number of tokens in a block tells, or the usual. */
  private int memory() {
    int most = 0;
    for (Block block : stream.blocks()) {
      most = Math.max(most, block.kind() == Block.Kind.STORED ? 0 : block.size());
    }
    int memory = Settings.LEAST_MEMORY;
    while (memory < Settings.MOST_MEMORY && settings(0, memory).blockTokens() < most) {
      memory++;
    }
    boolean exact = settings(0, memory).blockTokens() == most;
    return exact ? memory : Math.max(memory, USUAL_MEMORY);
  }

  private Settings settings(int level, int memory) {
    return new Settings(level, Settings.Strategy.DEFAULT, memory, window);
  }

  private List<Settings> levels(int memory, boolean runs) {
    List<Settings> levels = new ArrayList<>();
    if (runs) {
      levels.add(new Settings(0, Settings.Strategy.RUNS, memory, window));
    }
    for (int level : FIRST) {
      add(levels, level, memory);
    }
    for (int level = 1; level <= Search.MOST; level++) {
      int known = level;
      if (Arrays.stream(FIRST).noneMatch(first -> first == known)) {
        add(levels, level, memory);
      }
    }
    return levels;
  }

  private void add(List<Settings> levels, int level, int memory) {
    levels.add(settings(level, memory));
    if (Search.row(level).lazy()) {
      levels.add(new Settings(level, Settings.Strategy.FILTERED, memory, window));
    }
  }

  /** The same with other memories in which the blocks have room. */
  private List<Settings> memories(Settings chosen) {
    List<Settings> memories = new ArrayList<>();
    memories.add(chosen);
    boolean exact = settings(0, chosen.memory()).blockTokens() == largest();
    for (int memory = Settings.MOST_MEMORY; memory > 0 && !exact; memory--) {
      if (memory != chosen.memory() && settings(0, memory).blockTokens() > largest()) {
        memories.add(new Settings(chosen.level(), chosen.strategy(), memory, window));
      }
    }
    return memories;
  }

  private int largest() {
    return stream.blocks().stream()
        .filter(block -> block.kind() != Block.Kind.STORED)
        .mapToInt(Block::size)
        .max()
        .orElse(0);
  }

  private Settings among(List<Settings> candidates) {
    List<Settings> left = candidates;
    for (int round = 0; round < ROUNDS.length && left.size() > 1; round++) {
      List<Scored> scored = new ArrayList<>();
      int bound = Integer.MAX_VALUE;
      for (Settings settings : left) {
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

  private int misses(Settings settings, int most, int bound) {
    Parse parse = settings.parse(stream.plain());
    int misses = 0;
    int token = 0;
    for (Block block : stream.blocks()) {
      if (block.kind() == Block.Kind.STORED) {
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
