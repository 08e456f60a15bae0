/**
 * Arrays of numbers as science keeps them: NumPy's NPY and FITS.
 *
 * <p>They tell where the numbers of a file are, as rows of pictures.
 */
package io.ardmstream.media.array;
