package io.hemai.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;

/**
 * How a POST is kept from happening twice when its client repeats it with the same {@code Idempotency-Key}. Without it the answer
 * is kept {@link How#APART}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Once {
    /** Where the answer is kept. */
    enum How {
        /** In the transaction of the effect: both are there or neither. */
        TOGETHER,
        /**
         * Right after the effect, which has transactions of its own. Who breaks down between the two leaves the key taken for a
         * while, and then the request is done again.
         */
        APART,
        /** Nowhere: it only reads, or nobody is signed in yet. */
        NOWHERE
    }

    /** Where the answer is kept. */
    How value() default How.APART;

    /** Whether the request carries a secret, of which not even a quick digest may be kept. */
    boolean secretRequest() default false;

    /** Whether the answer shows a secret that is shown once: a repetition is told so and what was made, not the secret. */
    boolean secretAnswer() default false;

    /** A controller whose routes are not all kept in one way. */
    interface Choice {
        /** Where the answer of the route with these path variables is kept. */
        How once(Map<String, String> variables);
    }
}
