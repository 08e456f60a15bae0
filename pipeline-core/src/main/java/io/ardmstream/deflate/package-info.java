/**
 * DEFLATE streams (RFC 1951) taken apart into the bytes they hold and what else is needed to write
 * the same stream again.
 *
 * <p>What the compressor chose is predicted: tokens by a replay of zlib's searches over the plain
 * bytes, Huffman codes by a replay of its trees. Where the prediction errs, the choice itself is
 * coded, with adaptive probabilities. A stream by zlib costs a few bytes, any other one what its
 * compressor's choices differ.
 *
 * <p>The idea is that of preflate (Dirk Steinke, 2018). Everything here is part of the format and
 * described in docs/FORMAT-DEFLATE.md; nothing depends on a library's compressor.
 */
package io.ardmstream.deflate;
