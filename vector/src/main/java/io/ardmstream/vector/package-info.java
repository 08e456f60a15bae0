/**
 * The arithmetic of networks on the vector instructions of the processor, by the JVM's incubating
 * module {@code jdk.incubator.vector}. Found by {@link java.util.ServiceLoader} as a {@link
 * io.ardmstream.network.DenseKernel}; left alone where the JVM runs without that module.
 */
package io.ardmstream.vector;
