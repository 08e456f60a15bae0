/**
 * Likelihood models. They say, from the known samples of a block, how frequent each value of the
 * samples to be coded next is, in integers. Only this room knows the deep learning library.
 */
package io.ardmstream.likelihood;
