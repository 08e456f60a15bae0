/**
 * The paper's own experiment in small: a convolutional network that codes pictures of 32 x 32 in
 * any order, and what the number of steps costs.
 */
package io.ardmstream.studies.orderagnostic;
