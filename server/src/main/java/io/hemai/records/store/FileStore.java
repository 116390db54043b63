package io.hemai.records.store;

import static io.hemai.records.store.FileTables.CREATED_AT;
import static io.hemai.records.store.FileTables.CREATED_BY;
import static io.hemai.records.store.FileTables.FIELD;
import static io.hemai.records.store.FileTables.FILE;
import static io.hemai.records.store.FileTables.ID;
import static io.hemai.records.store.FileTables.NAME;
import static io.hemai.records.store.FileTables.OBJECT;
import static io.hemai.records.store.FileTables.RECORD;
import static io.hemai.records.store.FileTables.SHA256;
import static io.hemai.records.store.FileTables.SIZE;
import static io.hemai.records.store.FileTables.TYPE;
import static io.hemai.records.store.FileTables.UNUSED_UNTIL;
import static io.hemai.records.store.FileTables.contents;
import static io.hemai.records.store.FileTables.files;
import static io.hemai.records.store.FileTables.uses;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and writes what is known of files, and where records use them; always within the transaction that is open. */
@Component
public class FileStore {
    /** A file that was used stays for as long as a merge or an import may be undone. */
    private static final Duration STAYS = Duration.ofDays(30);

    private final DSLContext sql;

    FileStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A file in a field of a record. */
    public record Use(RecordId file, ObjectType type, RecordId record, String field) {}

    /** Takes up a file; its content's row is held, so that nobody removes the content meanwhile. */
    public void add(StoredFile file, Instant unusedUntil) {
        sql.insertInto(contents())
                .set(SHA256, file.sha256())
                .onConflict(SHA256)
                .doUpdate()
                .set(SHA256, excluded(SHA256))
                .execute();
        sql.insertInto(files())
                .set(ID, file.id().value())
                .set(NAME, file.name())
                .set(SIZE, file.size())
                .set(TYPE, file.type())
                .set(SHA256, file.sha256())
                .set(CREATED_AT, file.createdAt().atOffset(ZoneOffset.UTC))
                .set(
                        CREATED_BY,
                        Optional.ofNullable(file.createdBy())
                                .map(RecordId::value)
                                .orElse(null))
                .set(UNUSED_UNTIL, unusedUntil.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Those of the files that there are. */
    public Map<RecordId, StoredFile> find(Collection<RecordId> ids) {
        return byId(select(ids).fetch());
    }

    /** The same, held until the transaction ends, so that they stay and their uses change one after the other. */
    public Map<RecordId, StoredFile> lock(Collection<RecordId> ids) {
        return byId(select(ids).orderBy(ID).forUpdate().fetch());
    }

    private SelectConditionStep<?> select(Collection<RecordId> ids) {
        return sql.select(ID, NAME, SIZE, TYPE, SHA256, CREATED_AT, CREATED_BY)
                .from(files())
                .where(ID.eq(DSL.any(values(ids))));
    }

    private static Map<RecordId, StoredFile> byId(Result<?> rows) {
        Map<RecordId, StoredFile> found = new LinkedHashMap<>();
        for (Record row : rows) {
            RecordId id = new RecordId(row.get(ID));
            found.put(
                    id,
                    new StoredFile(
                            id,
                            row.get(NAME),
                            row.get(SIZE),
                            row.get(TYPE),
                            row.get(SHA256),
                            row.get(CREATED_AT).toInstant(),
                            Optional.ofNullable(row.get(CREATED_BY))
                                    .map(RecordId::new)
                                    .orElse(null)));
        }
        return found;
    }

    /** Notes that records use files. */
    public void use(List<Use> gained) {
        var insert = sql.insertInto(uses()).columns(FILE, OBJECT, RECORD, FIELD);
        for (Use use : gained) {
            insert = insert.values(
                    use.file().value(), use.type().name(), use.record().value(), use.field());
        }
        insert.onConflictDoNothing().execute();
        sql.update(files())
                .setNull(UNUSED_UNTIL)
                .where(ID.eq(DSL.any(values(gained.stream().map(Use::file).toList()))))
                .execute();
    }

    /** Notes that records no longer use files. */
    public void release(List<Use> lost, Instant now) {
        var batch = sql.batch(sql.deleteFrom(uses())
                .where(FILE.eq((UUID) null))
                .and(OBJECT.eq((String) null))
                .and(RECORD.eq((UUID) null))
                .and(FIELD.eq((String) null)));
        for (Use use : lost) {
            batch = batch.bind(
                    use.file().value(), use.type().name(), use.record().value(), use.field());
        }
        batch.execute();
        leave(values(lost.stream().map(Use::file).toList()), now);
    }

    /** Notes that no record uses files in the field any more, or in any field of the object when it is null. */
    public void releaseAll(String object, @Nullable String field, Instant now) {
        Condition gone = OBJECT.eq(object).and(field == null ? DSL.noCondition() : FIELD.eq(field));
        List<UUID> files = sql.deleteFrom(uses()).where(gone).returning(FILE).fetch(FILE);
        leave(files.toArray(UUID[]::new), now);
    }

    /** A file that nobody uses any more stays for a while. */
    private void leave(UUID[] files, Instant now) {
        sql.update(files())
                .set(UNUSED_UNTIL, now.plus(STAYS).atOffset(ZoneOffset.UTC))
                .where(ID.eq(DSL.any(files)))
                .and(notExists(selectOne().from(uses()).where(FILE.eq(ID))))
                .execute();
    }

    static UUID[] values(Collection<RecordId> ids) {
        return ids.stream().map(RecordId::value).distinct().toArray(UUID[]::new);
    }
}
