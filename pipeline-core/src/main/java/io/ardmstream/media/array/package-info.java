/**
 * Arrays of numbers as science keeps them: NumPy's NPY and FITS.
 *
 * <p>In: the bytes of a file. Out: where its numbers are, as rows of pictures.
 */
package io.ardmstream.media.array;
