/**
 * Models of the order-agnostic family: an Autoregressive Diffusion Model in every part (arXiv
 * 2110.02037). One convolutional network codes the digits of a tile in any order, stage after stage
 * and as many at once as a budget of steps says.
 */
package io.ardmstream.likelihood.anyorder;
