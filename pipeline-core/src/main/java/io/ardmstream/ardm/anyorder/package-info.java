/**
 * Policies of steps for any order, found by dynamic programming (section 3 of arXiv 2110.02037).
 *
 * <p>Order-agnostic models code by such policies, which makes them part of a published format.
 */
package io.ardmstream.ardm.anyorder;
