/**
 * What makes a sequence of samples an autoregressive diffusion: into which variables they fall, in
 * which order these become known, and which of them are coded in one step.
 *
 * <p>The range of the samples decides on their digits ({@link io.ardmstream.ardm.DepthUpscaling}),
 * the shape of a block on the order and the steps ({@link io.ardmstream.ardm.Schedule}, {@link
 * io.ardmstream.ardm.StepPlan}). The distribution that a likelihood model gives to a sample decides
 * on the CDF interval of every variable ({@link io.ardmstream.ardm.DigitCoding}).
 *
 * <p>Nothing here knows a network. Orders and intervals are published formats, made by integer
 * arithmetic alone. Sections and algorithms named in the documentation are those of Hoogeboom et
 * al., "Autoregressive Diffusion Models", arXiv 2110.02037.
 */
package io.ardmstream.ardm;
