/**
 * The whole system in one process: a real broker and a real Flink cluster. It streams the sample
 * media through them, shows the rates meanwhile, and proves that every byte came back.
 */
package io.ardmstream.demo;
