package io.hemai.bench;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Who asks: people who see every account, a tenth of them, a thousandth, none. */
record People(int port) {
    static final String ADMIN = "admin";
    static final String TENTH = "tenth";
    static final String THOUSANDTH = "thousandth";
    static final String NOBODY = "nobody";
    static final String PASSWORD = "bench and floor 42";

    Client admin() {
        return Client.signIn(port, ADMIN);
    }

    /** Everybody with what they see in percent. */
    Map<String, String> shares() {
        return Map.of(ADMIN, "100 %", TENTH, "10 %", THOUSANDTH, "0.1 %", NOBODY, "0 %");
    }

    Client as(String login) {
        return Client.signIn(port, login);
    }

    /** Makes the salespeople, who see what is their own. */
    void hire() {
        Client admin = admin();
        for (String login : List.of(TENTH, THOUSANDTH, NOBODY)) {
            JsonNode made = admin.post("/records/user", Map.of("name", login, "login", login));
            String id = made.at("/id").asString();
            admin.post("/users/" + id + "/password", Map.of("password", PASSWORD));
            admin.send("/users/" + id + "/roles", "PUT", List.of("sales"));
        }
    }

    /** Whose the account of that number is. */
    static String owner(int number) {
        if (number % 10 == 3) {
            return TENTH;
        }
        return number % 1_000 == 7 ? THOUSANDTH : ADMIN;
    }
}
