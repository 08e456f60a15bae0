/**
 * Numbers as files write them, in words, and the integers that stand for them.
 *
 * <p>In: all words of a file. Out: a {@link io.ardmstream.media.numbers.NumberForm}, which gives
 * each word an integer that can be predicted, and the bits that it does not tell.
 */
package io.ardmstream.media.numbers;
