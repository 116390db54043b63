package io.hemai.metadata;

import org.jspecify.annotations.Nullable;

/** A module's own part in the description of an object, such as its verbs, views or layouts: a component, found by its type. */
public interface MetaSupplement {
    /** The member of the description under which it stands. */
    String member();

    /** What it says of the object to who acts, as plain JSON; null for nothing. */
    @Nullable
    Object of(ObjectType type);
}
