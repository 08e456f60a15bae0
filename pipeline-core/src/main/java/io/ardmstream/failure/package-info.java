/**
 * The ways a record can be refused.
 *
 * <p>What goes out of every other package when it cannot do what was asked: exactly one of the five
 * exceptions here, which says what is wrong, where, and what to do about it. Anything else that is
 * thrown is a defect of the program.
 */
package io.ardmstream.failure;
