package io.ardmstream.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type, with those nested in it, that users call. Everything else may change in any release. All
 * that the public members of such a type mention is marked too.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PublicApi {

  /** What is promised. */
  Stability value() default Stability.STABLE;

  /** When a type may change so that code which calls it has to. */
  enum Stability {
    /** With a new major version. */
    STABLE,
    /** With a new minor version: the seams that models and engines are plugged in by. */
    EVOLVING
  }
}
