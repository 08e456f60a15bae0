/**
 * The entropy coder.
 *
 * <p>A distribution gives every symbol its {@linkplain io.ardmstream.coder.CdfInterval part} of the
 * total 2<sup>16</sup>. The payload is as long as the symbols' information content and a few bytes,
 * and the symbols come back in the order in which they were added.
 *
 * <p>The coder is rANS (Duda, arXiv 1311.2540) on 64-bit states with 32-bit renormalisation, one
 * state or several interleaved ones over one sequence of words. The arithmetic is integer and the
 * payload is a published format: {@link io.ardmstream.coder.RansBlockEncoder} describes it.
 */
package io.ardmstream.coder;
