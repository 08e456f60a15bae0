/**
 * What makes a sequence of samples an autoregressive diffusion: into which variables they fall, in
 * which order these become known, and which of them are coded in one step.
 *
 * <p>In: the range of the samples, the shape of a block, the distribution a likelihood model gives
 * to a sample. Out: the digits of the samples ({@link io.ardmstream.ardm.DepthUpscaling}), the
 * order and the steps ({@link io.ardmstream.ardm.Schedule}, {@link io.ardmstream.ardm.StepPlan}),
 * and for every variable the slice of the coder's total ({@link io.ardmstream.ardm.DigitCoding}).
 *
 * <p>Nothing here knows a network. Orders and slices are published formats: integer arithmetic
 * only. Sections and algorithms named in the documentation are those of Hoogeboom et al.,
 * "Autoregressive Diffusion Models", arXiv 2110.02037.
 */
package io.ardmstream.ardm;
