/**
 * Independent pieces of a record and the ways to code one.
 *
 * <p>Planes of samples are cut into {@link io.ardmstream.block.Block blocks}, these become
 * payloads, and all of it comes back. A block is coded without looking at any other, so damage
 * costs one block only and all blocks of all records can be worked on together. What is needed to
 * read a payload is its {@link io.ardmstream.block.BlockMode mode} and its {@link
 * io.ardmstream.block.BlockLayout layout}, for {@link io.ardmstream.block.BlockMode#ARDM} also the
 * model.
 */
package io.ardmstream.block;
