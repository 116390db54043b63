package io.hemai.metadata.schema;

/** A foreign key to the id of another table; what becomes of rows when the other goes is the door's work, not the database's. */
record ReferenceShape(String name, String column, String target) {
    static ReferenceShape of(String table, String column, String target) {
        return new ReferenceShape(Identifiers.fit("fk_" + table + "__" + column), column, target);
    }
}
