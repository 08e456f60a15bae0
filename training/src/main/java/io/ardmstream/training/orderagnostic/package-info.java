/**
 * The paper's own experiment in small: a convolutional network that codes pictures of 32 x 32 in
 * any order, the policy search over its losses, and the bits it needs for a number of steps.
 *
 * <p>In: folders of small pictures and an order. Out: a table of steps against bits per dimension,
 * as in table 3 of Hoogeboom et al., "Autoregressive Diffusion Models", arXiv 2110.02037. The
 * network computes in floating point and rates are ideal code lengths: this is research beside the
 * product, whose models are trained one package up.
 */
package io.ardmstream.training.orderagnostic;
