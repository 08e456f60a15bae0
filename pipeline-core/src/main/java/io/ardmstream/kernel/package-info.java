/**
 * Kernels: arithmetic on arrays that exists twice, as loops and on the vector instructions of the
 * processor, with the same results bit for bit.
 */
package io.ardmstream.kernel;
