package io.ardmstream.deflate;

import io.ardmstream.deflate.huffman.CodeHeader;

/**
 * One block of a DEFLATE stream.
 *
 * @param kind how its tokens are written
 * @param last whether no other one follows
 * @param size tokens, or bytes if they are stored
 * @param padding the bits before stored bytes that belong to nothing
 * @param header of the codes of a block that has its own; otherwise null
 */
record DeflateBlock(Kind kind, boolean last, int size, int padding, CodeHeader header) {
  /** More blocks than this are taken for an attack. */
  static final int MOST = 1 << 16;

  /** Kinds with the numbers that RFC 1951 gives them. */
  enum Kind {
    STORED,
    FIXED,
    DYNAMIC
  }
}
