/**
 * The entropy coder.
 *
 * <p>In: for every symbol the slice of the total 2<sup>16</sup> that its distribution gives it,
 * {@linkplain io.ardmstream.coder.CdfInterval start and frequency}. Out: a payload whose length is
 * the symbols' information content and a few bytes, and the symbols again, in the order in which
 * they were added.
 *
 * <p>The coder is rANS (Duda, arXiv 1311.2540) on 64-bit states with 32-bit renormalisation, one
 * state or several interleaved ones over one sequence of words. The arithmetic is integer and the
 * payload is a published format: {@link io.ardmstream.coder.RansBlockEncoder} describes it.
 */
package io.ardmstream.coder;
