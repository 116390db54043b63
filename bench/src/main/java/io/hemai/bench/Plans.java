package io.hemai.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import tools.jackson.databind.JsonNode;

/** What a statement reads, as PostgreSQL itself counts. */
final class Plans {
    private Plans() {}

    /** Pages that the statement touches. */
    static long buffers(Database database, JsonNode taken) {
        return database.on(connection -> {
            try (Statement role = connection.createStatement()) {
                role.execute("set role t_main");
            }
            String sql = "explain (analyze, buffers, format json) "
                    + taken.at("/sql").asString();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                taken.at("/values").properties().forEach(value -> bind(statement, value.getKey(), value.getValue()));
                try (ResultSet result = statement.executeQuery()) {
                    result.next();
                    JsonNode plan = Client.JSON.readTree(result.getString(1)).at("/0/Plan");
                    return plan.at("/Shared Hit Blocks").asLong()
                            + plan.at("/Shared Read Blocks").asLong();
                }
            }
        });
    }

    private static void bind(PreparedStatement statement, String at, JsonNode value) {
        try {
            int position = Integer.parseInt(at);
            if (value.isArray()) {
                Object[] texts = value.valueStream().map(JsonNode::asString).toArray();
                statement.setArray(position, statement.getConnection().createArrayOf("text", texts));
            } else {
                statement.setObject(position, value.asString(), java.sql.Types.OTHER);
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
