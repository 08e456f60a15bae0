package io.ardmstream.media;

/** Bytes as they are, one unsigned 8-bit sample each. */
public final class OpaqueFormat implements MediaFormat {
  private static final SampleFormat BYTE = new SampleFormat(8, false, false);
  private static final byte[] NOTHING = {};

  /** Keeps a file as bytes and says why. */
  public static Media keep(byte[] file, String reason, Limits limits) {
    limits.checkShape(file.length, 1, 1, "whole input kept as opaque bytes");
    return of(file, reason);
  }

  /** A file as bytes, whatever the limits are: for want of anything better. */
  public static Media of(byte[] file, String reason) {
    int[] plane = new int[file.length];
    BYTE.read(file, 0, 1, plane, 0, file.length);
    SampleLayout layout = SampleLayout.opaque(file.length);
    return new Media(
        FileFormat.OPAQUE, layout, new int[][] {plane}, NOTHING, Fidelity.BYTES, reason);
  }

  @Override
  public FileFormat type() {
    return FileFormat.OPAQUE;
  }

  @Override
  public boolean recognises(byte[] file) {
    return false;
  }

  @Override
  public Media parse(byte[] file, Limits limits) {
    return keep(file, "", limits);
  }

  @Override
  public byte[] restore(Media media) {
    byte[] file = new byte[media.planes()[0].length];
    BYTE.write(media.planes()[0], 0, file.length, file, 0, 1);
    return file;
  }
}
