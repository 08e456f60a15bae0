/**
 * Likelihood models: in go the known samples of a block, out come integer frequency tables for
 * those to be coded next. The only room that knows the deep learning library.
 */
package io.ardmstream.likelihood;
