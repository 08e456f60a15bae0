package io.ardmstream.codec;

import io.ardmstream.api.PublicApi;

/**
 * A block that could not be salvaged.
 *
 * @param index its number in the grid, row by row from 0
 * @param left first column of pixels, or first frame
 * @param top first row of pixels
 * @param width pixels a row, or frames
 * @param height rows
 * @param reason why it is lost
 */
@PublicApi
public record LostBlock(int index, int left, int top, int width, int height, String reason) {}
