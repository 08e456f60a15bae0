/**
 * Orders of generation other than the product's own: random permutations, masks, and policies of
 * steps found by dynamic programming (section 3 of arXiv 2110.02037).
 *
 * <p>Only the study of order-agnostic models and the names of schedules in bundles use this so far;
 * no published model codes in such an order.
 */
package io.ardmstream.ardm.anyorder;
