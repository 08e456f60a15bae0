package io.ardmstream.deflate;

import java.util.List;

/**
 * A DEFLATE stream taken apart.
 *
 * @param plain what it holds
 * @param tokens of all blocks but the stored ones, one after the other
 * @param blocks in their order
 * @param longSpelling whether the length 258 is written as the symbol 284 and 31 instead of 285
 * @param padding the bits after the last block, up to a whole byte
 * @param end the first byte after the stream
 */
record Stream(
    byte[] plain,
    Numbers tokens,
    List<DeflateBlock> blocks,
    boolean longSpelling,
    int padding,
    int end) {}
