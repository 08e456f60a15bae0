/**
 * Training. It makes model bundles with integer networks of folders of media and a recipe.
 *
 * <p>Networks are trained in floating point with fake quantisation (values are quantised on the way
 * forward, gradients pass straight through), then exported to integers and measured by real coding.
 */
package io.ardmstream.training;
