package io.ardmstream.cli.bench;

import io.ardmstream.cli.files.FileGroups;
import io.ardmstream.cli.shell.Progress;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Decoding;
import io.ardmstream.codec.EncodeStatistics;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.Source;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.formats.MediaFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Encodes and decodes files in memory, many at a time, and times it. Files of a folder may be taken
 * for records of one stream, in the order of their names. The codec must not verify: decoding is
 * measured on its own, and every byte is compared here.
 */
final class Bench {
  /** Long enough, once each way, for the JIT compiler and the native library to settle. */
  private static final long WARM_UP_NANOS = 2_000_000_000L;

  private static final long WARM_UP_BYTES = 1 << 18;

  /** Of streams, only a record each is in work. */
  private static final long STREAM_BYTES = 8 * FileGroups.GROUP_BYTES;

  private final Codec codec;
  private final MediaOptions options;
  private final int most;

  /**
   * A bench.
   *
   * @param most records of a stream in a group; with 1 every file is encoded alone
   */
  Bench(Codec codec, MediaOptions options, int most) {
    this.codec = codec;
    this.options = options;
    this.most = most;
  }

  /**
   * Encodes the smallest files of each kind for a while, then decodes them for a while, untimed. By
   * turns it would be nearly all decoding, which takes longer.
   */
  void warmUp(List<BenchFile.Measurable> files) throws IOException {
    for (List<Path> paths : smallest(files)) {
      List<List<Source>> sources = List.of(sources(contents(paths)));
      List<byte[]> containers = containers(encode(sources));
      forAWhile(() -> encode(sources));
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
    for (List<List<BenchFile.Measurable>> together : together(files)) {
      measure(together.stream().map(Bench::paths).toList(), totals);
      progress.advance(
          together.stream().flatMap(List::stream).mapToLong(BenchFile.Measurable::rawBytes).sum());
    }
    return totals;
  }

  /** Streams that are encoded side by side; without groups, each call is one stream. */
  private List<List<List<BenchFile.Measurable>>> together(List<BenchFile.Measurable> files) {
    if (most == 1) {
      return groups(files, FileGroups.GROUP_BYTES).stream().map(List::of).toList();
    }
    List<FileGroups.Sized<List<BenchFile.Measurable>>> pieces = new ArrayList<>();
    for (List<BenchFile.Measurable> folder : byFolder(files)) {
      for (int from = 0; from < folder.size(); from += most) {
        List<BenchFile.Measurable> piece =
            folder.subList(from, Math.min(folder.size(), from + most));
        long bytes = piece.stream().mapToLong(BenchFile.Measurable::rawBytes).sum();
        pieces.add(new FileGroups.Sized<>(piece, bytes));
      }
    }
    return FileGroups.of(pieces, STREAM_BYTES);
  }

  private static Collection<List<BenchFile.Measurable>> byFolder(List<BenchFile.Measurable> files) {
    return files.stream()
        .collect(
            Collectors.groupingBy(
                file -> file.path().toAbsolutePath().getParent(),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private List<Encoding> encode(List<List<Source>> streams) {
    return most == 1
        ? codec.encode(streams.stream().flatMap(List::stream).toList())
        : codec.encodeStreams(streams, most).stream().flatMap(List::stream).toList();
  }

  private void measure(List<List<Path>> streams, BenchTotals totals) throws IOException {
    List<Path> files = streams.stream().flatMap(List::stream).toList();
    List<byte[]> originals = contents(files);
    List<List<Source>> sources = new ArrayList<>();
    int from = 0;
    for (List<Path> stream : streams) {
      sources.add(sources(originals.subList(from, from + stream.size())));
      from += stream.size();
    }
    Timed<List<Encoding>> encodings = Timed.of(() -> encode(sources));
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
              Codec.inspect(containers.get(i)).group().map(GroupPlace::place),
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
    return MediaFormats.sameMedia(original, decoded.bytes(), options);
  }

  private record Timed<T>(T result, double seconds) {
    static <T> Timed<T> of(Supplier<T> work) {
      long start = System.nanoTime();
      T result = work.get();
      return new Timed<>(result, (System.nanoTime() - start) / 1e9);
    }
  }
}
