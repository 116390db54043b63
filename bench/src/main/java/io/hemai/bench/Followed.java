package io.hemai.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What follows the accounts: a call about each, spread over a year; every fifth of them with a person of the account, and every
 * fifth about a deal of it. All belong to whom the account belongs to. Made by nothing but SQL from one of each.
 */
final class Followed {
    private static final String ACCOUNTS = "select id, owner, row_number() over (order by id) as n from t_main.account";

    private static final Map<String, String> CALL = Map.of(
            "id",
            "uuidv7()",
            "account",
            "w.id",
            "contact",
            "w.person",
            "opportunity",
            "w.deal",
            "about_id",
            "coalesce(w.deal, w.person, w.id)",
            "about_object",
            "case when w.deal is not null then 'opportunity' when w.person is not null then 'contact' else 'account' end",
            "happened_at",
            "w.at");

    private Followed() {}

    static boolean missing(Database database, int rows) {
        return database.number("select count(*) from t_main.activity") < rows;
    }

    static void fill(Client admin, Database database) {
        String account = admin.get("/records/account?limit=1&fields=name")
                .at("/items/0/id")
                .asString();
        String person = made(admin, "contact", Map.of("name", "a", "account", account));
        String deal = made(admin, "opportunity", Map.of("name", "a", "account", account));
        String call = made(
                admin,
                "activity",
                Map.of("kind", "call", "body", "a", "about", Map.of("object", "account", "id", account)));
        database.execute(
                "create schema if not exists bench",
                "drop table if exists bench.who",
                "create table bench.who as select id, owner, n, now() - random() * interval '365 days' as at,"
                        + " case when n / 1000 % 5 = 1 then uuidv7() end as person,"
                        + " case when n / 1000 % 5 = 2 then uuidv7() end as deal from (" + ACCOUNTS + ") a",
                copy(database, "contact", person, "person is not null", Map.of("id", "w.person", "account", "w.id")),
                copy(database, "opportunity", deal, "deal is not null", Map.of("id", "w.deal", "account", "w.id")),
                copy(database, "activity", call, "true", CALL),
                "drop table bench.who",
                "vacuum analyze t_main.contact",
                "vacuum analyze t_main.opportunity",
                "vacuum analyze t_main.activity");
    }

    private static String made(Client admin, String object, Map<String, ?> values) {
        return admin.post("/records/" + object, values).at("/id").asString();
    }

    private static String copy(
            Database database, String table, String template, String where, Map<String, String> changed) {
        Map<String, String> own = new TreeMap<>(changed);
        own.putAll(Map.of("owner", "w.owner", "created_at", "w.at", "updated_at", "w.at"));
        List<String> rest = database.columns("t_main", table).stream()
                .filter(column -> !own.containsKey(column))
                .toList();
        return "insert into t_main.%s (%s, %s) select %s, %s from bench.who w cross join t_main.%s t where t.id = '%s' and %s"
                .formatted(
                        table,
                        String.join(", ", own.keySet()),
                        rest.stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")),
                        String.join(", ", own.values()),
                        rest.stream().map("t.\"%s\""::formatted).collect(Collectors.joining(", ")),
                        table,
                        template,
                        where);
    }
}
