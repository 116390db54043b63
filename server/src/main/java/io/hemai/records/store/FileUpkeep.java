package io.hemai.records.store;

import static io.hemai.records.store.FileTables.SHA256;
import static io.hemai.records.store.FileTables.UNUSED_UNTIL;
import static io.hemai.records.store.FileTables.contents;
import static io.hemai.records.store.FileTables.files;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Forgets files and contents that nobody needs; always within the transaction that is open. */
@Component
public class FileUpkeep {
    /** So many contents are removed at a time. */
    private static final int AT_ONCE = 1_000;

    private final DSLContext sql;

    FileUpkeep(DSLContext sql) {
        this.sql = sql;
    }

    /** Forgets files whose time has come without a record that uses them; one that is taken into use meanwhile stays. */
    public int forgetUnused(Instant now) {
        return sql.deleteFrom(files())
                .where(UNUSED_UNTIL.lt(now.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    /** Takes up contents that are not known. */
    public void adopt(List<String> hashes) {
        Field<String> hash = DSL.field(name("x", "hash"), SQLDataType.CLOB);
        sql.insertInto(contents(), SHA256)
                .select(DSL.select(hash)
                        .from(DSL.unnest(hashes.toArray(String[]::new)).as("x", "hash")))
                .onConflictDoNothing()
                .execute();
    }

    /** Contents that belong to no file at this moment. */
    public List<String> unused() {
        return sql.select(SHA256)
                .from(contents())
                .where(belongsToNone(
                        DSL.field(contents().getQualifiedName().append(SHA256.getName()), SHA256.getDataType())))
                .limit(DSL.inline(AT_ONCE))
                .fetch(SHA256);
    }

    /** Forgets the content unless a file has it; until the transaction ends nobody can take it up again. */
    public boolean forgetContent(String hash) {
        boolean held = !sql.select(SHA256)
                .from(contents())
                .where(SHA256.eq(hash))
                .forUpdate()
                .skipLocked()
                .fetch()
                .isEmpty();
        return held
                && sql.deleteFrom(contents())
                                .where(SHA256.eq(hash))
                                .and(belongsToNone(DSL.val(hash)))
                                .execute()
                        == 1;
    }

    private static Condition belongsToNone(Field<String> hash) {
        return notExists(selectOne()
                .from(files().as(name("f")))
                .where(DSL.field(name("f", SHA256.getName()), SQLDataType.CLOB).eq(hash)));
    }
}
