/**
 * The audio likelihood model. It codes the residuals that the adaptive decorrelation leaves of a
 * block, along a lattice over time: each residual sees known ones on both sides.
 */
package io.ardmstream.likelihood.audio;
