package io.ardmstream.media;

/** A file format, or the absence of one. */
public enum FileFormat {
  /** RIFF/WAVE with integer PCM. */
  WAV(1, Modality.AUDIO, Fidelity.BYTES),
  /** Interleaved integer PCM without a header; a {@link RawDescriptor} gives its shape. */
  RAW_PCM(2, Modality.AUDIO, Fidelity.BYTES),
  /** Binary portable grey map (P5) or pixel map (P6). */
  PNM(3, Modality.IMAGE, Fidelity.BYTES),
  /** Portable network graphics; its compressed stream is not kept, only what it holds. */
  PNG(4, Modality.IMAGE, Fidelity.SAMPLES),
  /** Uncompressed Windows bitmap with 8, 24 or 32 bits a pixel. */
  BMP(5, Modality.IMAGE, Fidelity.BYTES),
  /** Pixels without a header; a {@link RawDescriptor} gives their shape. */
  RAW_IMAGE(6, Modality.IMAGE, Fidelity.BYTES),
  /** Bytes kept as they are. */
  OPAQUE(7, Modality.OPAQUE, Fidelity.BYTES);

  private final int code;
  private final Modality kind;
  private final Fidelity fidelity;

  FileFormat(int code, Modality kind, Fidelity fidelity) {
    this.code = code;
    this.kind = kind;
    this.fidelity = fidelity;
  }

  /** The number that stands for this type in encoded records, 1 to 255, never reused. */
  public int code() {
    return code;
  }

  /** What the samples of this type are. */
  public Modality kind() {
    return kind;
  }

  /** What restoring a file of this type brings back. */
  public Fidelity fidelity() {
    return fidelity;
  }
}
