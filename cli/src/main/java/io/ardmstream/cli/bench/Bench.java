package io.ardmstream.cli.bench;

import io.ardmstream.cli.files.FileGroups;
import io.ardmstream.cli.shell.Progress;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Decoding;
import io.ardmstream.codec.EncodeStatistics;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.Source;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.formats.MediaFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Encodes and decodes files in memory, in groups, and times it. The codec must not verify: decoding
 * is measured on its own, and every byte is compared here.
 */
final class Bench {
  /** Long enough, once each way, for the JIT compiler and the native library to settle. */
  private static final long WARM_UP_NANOS = 2_000_000_000L;

  private static final long WARM_UP_BYTES = 1 << 18;

  private final Codec codec;
  private final MediaOptions options;

  Bench(Codec codec, MediaOptions options) {
    this.codec = codec;
    this.options = options;
  }

  /**
   * Encodes the smallest files of each kind for a while, then decodes them for a while, untimed. By
   * turns it would be nearly all decoding, which takes longer.
   */
  void warmUp(List<BenchFile.Measurable> files) throws IOException {
    for (List<Path> paths : smallest(files)) {
      List<Source> sources = sources(contents(paths));
      List<byte[]> containers = containers(codec.encode(sources));
      forAWhile(() -> codec.encode(sources));
      forAWhile(() -> codec.decode(containers));
    }
  }

  /** Of each kind as many as {@link #WARM_UP_BYTES} hold, but at least one. */
  private static List<List<Path>> smallest(List<BenchFile.Measurable> files) {
    return files.stream()
        .sorted(Comparator.comparingLong(BenchFile.Measurable::rawBytes))
        .collect(Collectors.groupingBy(BenchFile.Measurable::kind))
        .values()
        .stream()
        .map(same -> paths(groups(same, WARM_UP_BYTES).get(0)))
        .toList();
  }

  private static List<List<BenchFile.Measurable>> groups(
      List<BenchFile.Measurable> files, long limit) {
    return FileGroups.of(
        files.stream().map(file -> new FileGroups.Sized<>(file, file.rawBytes())).toList(), limit);
  }

  private static List<Path> paths(List<BenchFile.Measurable> files) {
    return files.stream().map(BenchFile.Measurable::path).toList();
  }

  private static void forAWhile(Runnable work) {
    long start = System.nanoTime();
    do {
      work.run();
    } while (System.nanoTime() - start < WARM_UP_NANOS);
  }

  BenchTotals measure(List<BenchFile.Measurable> files, Progress progress) throws IOException {
    BenchTotals totals = new BenchTotals();
    for (List<BenchFile.Measurable> group : groups(files, FileGroups.GROUP_BYTES)) {
      measureGroup(paths(group), totals);
      progress.advance(group.stream().mapToLong(BenchFile.Measurable::rawBytes).sum());
    }
    return totals;
  }

  private void measureGroup(List<Path> files, BenchTotals totals) throws IOException {
    List<byte[]> originals = contents(files);
    List<Source> sources = sources(originals);
    Timed<List<Encoding>> encodings = Timed.of(() -> codec.encode(sources));
    List<byte[]> containers = containers(encodings.result());
    Timed<List<Decoding>> decodings = Timed.of(() -> codec.decode(containers));

    long samples = encodings.result().stream().mapToLong(e -> statistics(e).samples()).sum();
    for (int i = 0; i < files.size(); i++) {
      EncodeStatistics statistics = statistics(encodings.result().get(i));
      double share = samples == 0 ? 1.0 / files.size() : (double) statistics.samples() / samples;
      totals.add(
          new BenchRow(
              files.get(i),
              statistics,
              share * decodings.seconds(),
              identical(originals.get(i), decodings.result().get(i))));
    }
    totals.addSeconds(encodings.seconds(), decodings.seconds());
  }

  private static List<byte[]> contents(List<Path> files) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (Path file : files) {
      contents.add(Files.readAllBytes(file));
    }
    return contents;
  }

  private static List<byte[]> containers(List<Encoding> encodings) {
    return encodings.stream().map(encoding -> encoding.orThrow().container()).toList();
  }

  private List<Source> sources(List<byte[]> contents) {
    return contents.stream().map(content -> new Source(content, options)).toList();
  }

  private static EncodeStatistics statistics(Encoding encoding) {
    return encoding.orThrow().statistics();
  }

  private boolean identical(byte[] original, Decoding decoding) {
    if (!(decoding instanceof Decoding.Decoded decoded)) {
      return false;
    }
    if (decoded.info().fidelity() == Fidelity.BYTES) {
      return Arrays.equals(original, decoded.bytes());
    }
    return sameMedia(original, decoded.bytes());
  }

  private boolean sameMedia(byte[] original, byte[] restored) {
    try {
      return MediaFormats.parse(original, options).equals(MediaFormats.parse(restored, options));
    } catch (ArdmException damaged) {
      return false;
    }
  }

  private record Timed<T>(T result, double seconds) {
    static <T> Timed<T> of(Supplier<T> work) {
      long start = System.nanoTime();
      T result = work.get();
      return new Timed<>(result, (System.nanoTime() - start) / 1e9);
    }
  }
}
