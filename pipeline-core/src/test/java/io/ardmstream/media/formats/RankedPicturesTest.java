package io.ardmstream.media.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.SampleLayout;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures with gaps between their values are told by ranks, and come back. */
class RankedPicturesTest {
  private static final int SIDE = 64;
  private static final byte[] FOREIGN = {4, 2};

  @Test
  void aStretchedPictureTakesTheRanksOfItsValues() {
    Media picture = picture(8, level -> 30 + level * 5 / 3);

    Media ranks = RankedPictures.of(picture).orElseThrow();

    assertThat(ranks.planes()[0]).isEqualTo(levels(0));
    assertThat(RankedPictures.values(ranks)).isEqualTo(picture);
  }

  @Test
  void fewValuesInWideWordsBecomeNarrow() {
    Media picture = picture(16, level -> (int) Math.round(65535 * Math.pow(level / 119.0, 2.2)));

    Media ranks = RankedPictures.of(picture).orElseThrow();

    assertThat(ranks.layout().bitDepth()).isEqualTo(8);
    assertThat(RankedPictures.values(ranks)).isEqualTo(picture);
  }

  @Test
  void aChannelWithoutGapsStaysAsItIs() {
    int[] dense = levels(1);
    int[] gapped = IntStream.of(levels(2)).map(level -> 2 * level).toArray();
    Media picture = media(8, dense, gapped, dense);

    Media ranks = RankedPictures.of(picture).orElseThrow();

    assertThat(ranks.planes()).isDeepEqualTo(new int[][] {dense, levels(2), dense});
    assertThat(RankedPictures.values(ranks)).isEqualTo(picture);
  }

  @Test
  void thousandsOfValuesComeBack() {
    Random random = new Random(3);
    int[] plane = IntStream.generate(() -> 3 * random.nextInt(5000)).limit(400 * 400).toArray();
    SampleLayout layout = SampleLayout.image(400, 400, 1, 14);
    Media picture = new Media(FileFormat.PNM, layout, new int[][] {plane}, FOREIGN, Fidelity.BYTES);

    Media ranks = RankedPictures.of(picture).orElseThrow();

    assertThat(ranks.layout().bitDepth()).isEqualTo(13);
    assertThat(RankedPictures.values(ranks)).isEqualTo(picture);
  }

  @Test
  void whatHasNoGapsWorthTheirListHasNoRanks() {
    assertThat(RankedPictures.of(picture(8, level -> level))).isEmpty();
    assertThat(RankedPictures.of(picture(8, level -> level < 2 ? 3 * level : level + 4))).isEmpty();
    assertThat(RankedPictures.of(picture(8, level -> level / 10 * 20))).isEmpty();
  }

  @Test
  void valuesThatAreMissingByChanceAreNotListed() {
    Random random = new Random(4);
    int[] plane = IntStream.generate(() -> random.nextInt(1 << 16)).limit(SIDE * SIDE).toArray();

    assertThat(RankedPictures.of(media(16, plane))).isEmpty();
  }

  @Test
  void samplesAloneStayAsTheyAre() {
    Media picture = picture(8, level -> 2 * level);
    Media samples =
        new Media(FileFormat.PNG, picture.layout(), picture.planes(), FOREIGN, Fidelity.SAMPLES);

    assertThat(RankedPictures.of(samples)).isEmpty();
  }

  @Test
  void aRankBeyondTheListStandsForTheGreatestValue() {
    Media ranks = RankedPictures.of(picture(8, level -> 2 * level)).orElseThrow();
    ranks.planes()[0][0] = 255;
    ranks.planes()[0][1] = -1;

    int[] values = RankedPictures.values(ranks).planes()[0];

    assertThat(values[0]).isEqualTo(238);
    assertThat(values[1]).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "07", // values of 7 bits
        "11", // of 17 bits
        "08 7f", // a list that is not there
        "08 04 00 02 03 01", // two steps are missing
        "08 05 00 03 02 c8 64", // a value of 300
        "08 05 00 03 81 20 00", // more values than there are
        "08 04 00 02 00 00", // a list too many
      })
  void damagedListsAreRefused(String foreign) {
    ByteSink sink = new ByteSink();
    for (String value : foreign.split(" ")) {
      sink.u8(Integer.parseInt(value, 16));
    }
    SampleLayout layout = SampleLayout.image(1, 1, 1, 8);
    Media damaged =
        new Media(FileFormat.PNM, layout, new int[1][1], sink.toBytes(), Fidelity.BYTES);

    assertThatThrownBy(() -> RankedPictures.values(damaged))
        .isInstanceOf(CorruptDataException.class);
  }

  private static Media picture(int depth, IntUnaryOperator value) {
    return media(depth, IntStream.of(levels(0)).map(value).toArray());
  }

  private static Media media(int depth, int[]... planes) {
    SampleLayout layout = SampleLayout.image(SIDE, SIDE, planes.length, depth);
    return new Media(FileFormat.PNM, layout, planes, FOREIGN, Fidelity.BYTES);
  }

  /** Levels from 0 to 119, all of which occur. */
  private static int[] levels(int seed) {
    Random random = new Random(seed);
    return IntStream.range(0, SIDE * SIDE)
        .map(at -> at < 120 ? at : random.nextInt(60) + random.nextInt(61))
        .toArray();
  }
}
