package io.hemai.metadata;

/** The kinds of database columns that fields are stored in, with the Java class their values have. */
public enum ColumnKind {
    TEXT(String.class),
    BIGINT(Long.class),
    NUMERIC(java.math.BigDecimal.class),
    BOOLEAN(Boolean.class),
    DATE(java.time.LocalDate.class),
    TIMESTAMPTZ(java.time.Instant.class),
    UUID(java.util.UUID.class),
    TEXT_ARRAY(String[].class),
    /** JSON, which travels as its text. */
    JSONB(String.class);

    private final Class<?> javaType;

    ColumnKind(Class<?> javaType) {
        this.javaType = javaType;
    }

    /** The class of the values that travel to and from the column. */
    public Class<?> javaType() {
        return javaType;
    }
}
