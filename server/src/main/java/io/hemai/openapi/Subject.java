package io.hemai.openapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is about: records of an object, or of any.
 *
 * @param name name of the object; {@code record} stands for any
 * @param one what a record is called
 * @param many what its records are called
 * @param separator between the name and what follows it in names of schemas
 */
record Subject(String name, String one, String many, String separator) {
    static final String ANY = "record";

    /** A text with the names of records in it, and the English article that fits. */
    String say(Object text) {
        String article = "AEIO".indexOf(one.charAt(0)) < 0 ? "a " : "an ";
        return text.toString()
                .replace("a {record}", article + one)
                .replace("{record}", one)
                .replace("{records}", many);
    }

    /** An id with the object's name in it. */
    String id(Object pattern) {
        return pattern.toString().replace("{object}", name);
    }

    /** The name of a schema for this object, {@code record_create} being that of any. */
    String schemaName(String general) {
        if (general.equals(ANY)) {
            return name;
        }
        return general.startsWith(ANY + "_") ? name + separator + general.substring(ANY.length() + 1) : general;
    }

    /** A schema that is said by its name or in whole. */
    Map<String, Object> schema(@Nullable Object said) {
        return said instanceof String general ? Plain.schema(schemaName(general)) : Plain.members(said);
    }
}
