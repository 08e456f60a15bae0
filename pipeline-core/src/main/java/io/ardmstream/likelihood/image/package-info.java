/**
 * The image likelihood model: in go tiles of decorrelated samples and a causal wavefront schedule,
 * out come coded blocks. Each sample sees a window of its causal neighbourhood.
 */
package io.ardmstream.likelihood.image;
