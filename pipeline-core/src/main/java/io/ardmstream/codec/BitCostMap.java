package io.ardmstream.codec;

import io.ardmstream.api.PublicApi;
import io.ardmstream.container.ContainerInfo;

/**
 * A decoded record, and where its bits went. The arrays are not copied.
 *
 * @param info what its container tells
 * @param planes the samples: one array a channel, a sample at {@code y * width + x}
 * @param bits what all channels of a place cost, at {@code y * width + x}: by the model's
 *     frequencies where a model coded it, else its share of the block's payload
 */
@PublicApi
public record BitCostMap(ContainerInfo info, int[][] planes, float[] bits) {}
