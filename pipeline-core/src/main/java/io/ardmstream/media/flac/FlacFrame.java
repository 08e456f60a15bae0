package io.ardmstream.media.flac;

/** A frame without its samples. */
final class FlacFrame {
  final FrameHeader header;
  final Subframe[] subframes;

  FlacFrame(FrameHeader header, Subframe[] subframes) {
    this.header = header;
    this.subframes = subframes;
  }

  /** One to be filled in. */
  static FlacFrame blank(int channels) {
    Subframe[] subframes = new Subframe[channels];
    for (int c = 0; c < channels; c++) {
      subframes[c] = new Subframe();
    }
    return new FlacFrame(new FrameHeader(), subframes);
  }
}
