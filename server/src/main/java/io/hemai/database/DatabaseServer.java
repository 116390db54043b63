package io.hemai.database;

/** The PostgreSQL server behind the application, whoever runs it. */
public interface DatabaseServer extends AutoCloseable {
    /** The database and the role that the application works with. */
    DatabaseAddress address();

    /** Lets go of the server; one that we started ourselves is stopped. */
    @Override
    default void close() {}
}
