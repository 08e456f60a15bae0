package io.ardmstream.media;

/** Numbers and names in the header of a file, none of them read past its end. */
public record Fields(byte[] file, boolean bigEndian) {

  /** Whether that many bytes are there. */
  public boolean has(long at, long bytes) {
    return at >= 0 && bytes <= file.length - at;
  }

  /** Whether a name stands at the offset. */
  public boolean named(long at, String name) {
    boolean same = has(at, name.length());
    for (int i = 0; same && i < name.length(); i++) {
      same = (file[(int) at + i] & 0xFF) == name.charAt(i);
    }
    return same;
  }

  /** The number at the offset, of 1 to 8 bytes; 0 where the file ends before. */
  public long number(long at, int bytes) {
    long number = 0;
    for (int i = 0; has(at, bytes) && i < bytes; i++) {
      number = number << 8 | file[(int) at + (bigEndian ? i : bytes - 1 - i)] & 0xFF;
    }
    return number;
  }

  /** The number of two bytes at the offset, 0 beyond the end. */
  public int u16(long at) {
    return (int) number(at, 2);
  }

  /** The number of four bytes at the offset, 0 beyond the end. */
  public long u32(long at) {
    return number(at, 4);
  }
}
