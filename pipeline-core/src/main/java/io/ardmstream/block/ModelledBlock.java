package io.ardmstream.block;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;

/**
 * A block coded by a model. The arrays are not copied.
 *
 * @param payload the coded samples
 * @param idealBits what the model's probabilities cost in bits, without the losses of the coder
 * @param stageBits the same by stage of depth upscaling, most significant digit first; their sum is
 *     {@code idealBits}
 */
@PublicApi(Stability.EVOLVING)
public record ModelledBlock(byte[] payload, double idealBits, double[] stageBits) {}
