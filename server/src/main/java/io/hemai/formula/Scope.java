package io.hemai.formula;

import java.util.Collection;
import java.util.Optional;

/** The names that a formula may use of one object. */
public interface Scope {
    /** What a name stands for; empty when there is none. */
    Optional<Named> find(String name);

    /** All names, to tell the nearest when one is misspelt. */
    Collection<String> names();

    /** What names stand for. */
    sealed interface Named {}

    /** A field with a value of its own. */
    record Field(Type type) implements Named {}

    /**
     * A link to one record.
     *
     * @param target the names of that record's object
     */
    record Link(String object, Scope target) implements Named {}

    /**
     * The records that lead here.
     *
     * @param element the names of their object
     */
    record Related(String object, Scope element) implements Named {}
}
