/**
 * Model bundles: a folder with a description, weights and known answers, verified when it is
 * loaded.
 *
 * <p>A published bundle is frozen for ever; its digest is in every record it wrote. An {@link
 * io.ardmstream.bundle.InferenceEngine} evaluates its networks.
 */
package io.ardmstream.bundle;
