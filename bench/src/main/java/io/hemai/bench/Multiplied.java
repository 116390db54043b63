package io.hemai.bench;

import java.util.Set;
import java.util.stream.Collectors;

/** Makes many accounts of few by nothing but SQL, with their search entries and keys of duplicates, spread over a year. */
final class Multiplied {
    private static final Set<String> OWN = Set.of("id", "external_id", "created_at", "updated_at");

    private Multiplied() {}

    static void by(int factor, Database database) {
        String rest = database.columns("t_main", "account").stream()
                .filter(column -> !OWN.contains(column))
                .map("\"%s\""::formatted)
                .collect(Collectors.joining(", "));
        database.execute(
                "create schema if not exists bench",
                "drop table if exists bench.more",
                "create table bench.more as select id as old, uuidv7() as id, g, now() - random() * interval '365 days' as at"
                        + " from t_main.account cross join generate_series(2, " + factor + ") g",
                "insert into t_main.account (id, external_id, created_at, updated_at, " + rest
                        + ") select m.id, external_id || '-' || g, m.at, m.at, " + rest
                        + " from bench.more m join t_main.account a on a.id = m.old",
                "insert into t_main.search_entry (record, object, fields, text, initials, pinyin)"
                        + " select m.id, object, fields, text, initials, pinyin"
                        + " from bench.more m join t_main.search_entry on record = m.old",
                "insert into t_main.dup_key (key, object, record)"
                        + " select key, object, m.id from bench.more m join t_main.dup_key on record = m.old",
                "drop table bench.more");
    }
}
