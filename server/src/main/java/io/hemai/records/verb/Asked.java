package io.hemai.records.verb;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a form must know of a verb's input beyond its class. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Asked {
    /** In the place of a target: the object that the verb is run on. */
    String SAME = "*";

    /** The field it becomes, whose type and choices it has: {@code loss_reason}, or {@code opportunity.amount} elsewhere. */
    String like() default "";

    /** The object whose records it names. */
    String target() default "";

    /** What it takes where its class does not say: {@code rich_text}, {@code field}, {@code fields}, {@code link}, {@code webhook}, {@code object}, {@code verb}, {@code value}, {@code values}. */
    String kind() default "";

    /** The words it takes, where no field lists them. */
    String[] choices() default {};

    /** What counts when it is not given. */
    String initially() default "";

    /** Whether the verb refuses to do without. */
    boolean required() default false;

    /** Whether leaving it out is refused, since an explicit null means something. */
    boolean stated() default false;
}
