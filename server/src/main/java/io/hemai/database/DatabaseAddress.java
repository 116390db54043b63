package io.hemai.database;

/** Where a PostgreSQL database is and as whom to use it. */
public record DatabaseAddress(String url, String user, String password) {
    @Override
    public String toString() {
        return user.isEmpty() ? url : user + " at " + url;
    }
}
