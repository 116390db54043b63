package io.hemai.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a route is for people who are signed in, and for their tokens of this scope. On a class it holds for all routes
 * that say nothing themselves. What a person may do with which record is for the rights behind the route.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresScope {
    /** The scope that a token needs. */
    Scope value();
}
