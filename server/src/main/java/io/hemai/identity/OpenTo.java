package io.hemai.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says who may call a route that needs no particular scope. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {
    /** Who may call it. */
    Who value();

    /** The kinds of callers. */
    enum Who {
        /** Everybody, signed in or not. In the API such a route stands under {@code /api/v1/session} or {@code /api/v1/public}. */
        ANYBODY,
        /** People in a web session and programs with any token. */
        SIGNED_IN,
        /** People in a web session; no program. */
        SESSION
    }
}
