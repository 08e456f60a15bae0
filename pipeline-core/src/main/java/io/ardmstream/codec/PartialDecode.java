package io.ardmstream.codec;

import io.ardmstream.api.PublicApi;
import io.ardmstream.container.ContainerInfo;
import java.util.List;

/**
 * What could be saved of a damaged record.
 *
 * @param bytes the restored file, with zeros as samples where blocks are lost
 * @param info what its container told
 * @param lost the blocks that are lost; empty if it was not damaged after all
 */
@PublicApi
public record PartialDecode(byte[] bytes, ContainerInfo info, List<LostBlock> lost) {}
