package io.hemai.metadata.schema;

import java.util.Map;
import java.util.Set;

/**
 * What a tenant's schema has.
 *
 * @param columns of each table: type by name
 * @param indexes names of those that work
 * @param broken names of indexes whose concurrent building was cut off
 * @param references names of foreign keys
 */
record Catalog(
        Map<String, Map<String, String>> columns, Set<String> indexes, Set<String> broken, Set<String> references) {
    boolean has(TableShape table) {
        return columns.containsKey(table.name());
    }
}
