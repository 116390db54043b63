package io.hemai.records;

import io.hemai.journal.Origin;
import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Problem;
import io.hemai.kernel.Problems;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of one record in a write: what was asked for, how it was, how it will be, and what is wrong with it. */
public final class Change {
    /** What is done. */
    public enum Kind {
        CREATE,
        UPDATE,
        DELETE,
        /** Comes back from the bin as it was. */
        RESTORE
    }

    /** The most characters that a person's own words on a change have. */
    public static final int LONGEST_REASON = 2_000;
    /** With the name of the rule or verb before them. */
    private static final int LONGEST_WHY = LONGEST_REASON + 200;

    private final Kind kind;
    private final ObjectType type;
    private final RecordId id;
    private final @Nullable Long expectedVersion;
    private final Map<String, @Nullable Object> input;
    private final boolean trusted;
    private final boolean read;
    private final Problems problems = new Problems();
    private final Set<Alike> alike = new LinkedHashSet<>();
    private final Map<String, Field<?>> foundBy = new LinkedHashMap<>();
    private final Set<Field<?>> redated = new HashSet<>();
    private @Nullable Field<?> repeated;
    private List<Map<String, Object>> told = List.of();
    private @Nullable Row before;
    private @Nullable Object[] after;
    private @Nullable String why;
    private @Nullable RecordId with;
    private @Nullable Origin origin;
    private boolean undoes;

    private Change(
            Kind kind,
            ObjectType type,
            RecordId id,
            @Nullable Long expectedVersion,
            Map<String, @Nullable Object> input,
            boolean trusted,
            boolean read) {
        this.kind = kind;
        this.type = type;
        this.id = id;
        this.expectedVersion = expectedVersion;
        this.input = input;
        this.trusted = trusted;
        this.read = read;
        this.after = new @Nullable Object[type.fields().size()];
        after[type.place(CommonFields.ID)] = id;
    }

    /** A new record; input is plain JSON from a caller, or values from code when trusted. */
    public static Change create(ObjectType type, Map<String, @Nullable Object> input, boolean trusted) {
        return new Change(Kind.CREATE, type, RecordId.next(), null, new LinkedHashMap<>(input), trusted, false);
    }

    /** A change of a record. */
    public static Change update(
            ObjectType type,
            RecordId id,
            @Nullable Long expectedVersion,
            Map<String, @Nullable Object> input,
            boolean trusted) {
        return new Change(Kind.UPDATE, type, id, expectedVersion, new LinkedHashMap<>(input), trusted, false);
    }

    /** The deletion of a record. */
    public static Change delete(ObjectType type, RecordId id, @Nullable Long expectedVersion) {
        return new Change(Kind.DELETE, type, id, expectedVersion, new LinkedHashMap<>(), true, false);
    }

    /** The return of a deleted record, with the values it had. */
    public static Change restore(Row row) {
        Change change = new Change(Kind.RESTORE, row.type(), row.id(), null, new LinkedHashMap<>(), true, false);
        change.after = row.values();
        return change;
    }

    public Kind kind() {
        return kind;
    }

    public boolean creates() {
        return kind == Kind.CREATE;
    }

    public ObjectType type() {
        return type;
    }

    public RecordId id() {
        return id;
    }

    /** The version the caller saw; null when it does not matter. */
    public @Nullable Long expectedVersion() {
        return expectedVersion;
    }

    /** What was asked for, by field name. */
    public Map<String, @Nullable Object> input() {
        return input;
    }

    /** Whether code asks, which may write what callers may not. */
    public boolean trusted() {
        return trusted;
    }

    /** The same for input that the types of its fields have made values of already, as they do with cells of a file. */
    public Change ofValues() {
        return new Change(kind, type, id, expectedVersion, input, trusted, true);
    }

    /** Whether the input holds values of the fields' own classes that their types made. */
    public boolean isRead() {
        return read;
    }

    /** The record as it stood; absent for a new one. */
    public @Nullable Row before() {
        return before;
    }

    /** Says how the record stood, and begins with that. */
    public void stood(Row row) {
        before = row;
        after = row.values();
    }

    /** The value the field will have; null when empty. */
    @SuppressWarnings("unchecked") // values are put in place by their own field's type
    public <T> @Nullable T value(Field<T> field) {
        return (T) after[type.place(field)];
    }

    /** The value the field had; null when empty or new. */
    public <T> @Nullable T previous(Field<T> field) {
        return before == null ? null : before.value(field);
    }

    /** Gives the field a value; null empties it. */
    public <T> void set(Field<T> field, @Nullable T value) {
        after[type.place(field)] = value;
    }

    /** Gives a field, known only by its place in the type, a value of its own class. */
    public void put(Field<?> field, @Nullable Object value) {
        after[type.place(field)] = value;
    }

    /** Whether the field will have another value than it had. */
    public boolean changes(Field<?> field) {
        return !Objects.equals(previous(field), value(field));
    }

    /** Notes that an amount, changed or not, counts at another day's rate than it did. */
    public void redate(Field<?> amount) {
        redated.add(amount);
    }

    /** Whether what is stored of the field becomes another. */
    public boolean rewrites(Field<?> field) {
        return changes(field) || redated.contains(field);
    }

    /** The fields whose values change, without those that Hemai keeps about every record. */
    public List<Field<?>> changed() {
        return type.fields().stream()
                .filter(f -> !CommonFields.kept(f))
                .filter(this::changes)
                .toList();
    }

    /** Whether the caller gave the field a value, even an empty one. */
    public boolean given(Field<?> field) {
        return input.containsKey(field.name());
    }

    /** Notes what is wrong with a field, or with the whole when the field is null. */
    public void refuse(@Nullable Field<?> field, ErrorCode code, Object... args) {
        problems.add(field == null ? null : field.name(), code, args);
    }

    /** Notes a problem. */
    public void refuse(Problem problem) {
        problems.add(problem);
    }

    /** The same request, untouched by any attempt at it. */
    Change again() {
        Change fresh = new Change(kind, type, id, expectedVersion, new LinkedHashMap<>(input), trusted, read);
        fresh.why = why;
        fresh.with = with;
        fresh.origin = origin;
        fresh.undoes = undoes;
        if (kind == Kind.RESTORE) {
            fresh.after = after.clone();
        }
        return fresh;
    }

    /** Takes over what became of an attempt. */
    void became(Change attempt) {
        before = attempt.before;
        after = attempt.after;
        repeated = attempt.repeated;
        foundBy.putAll(attempt.foundBy);
        attempt.problems().forEach(problems::add);
    }

    /** Notes what is wrong with something the caller named. */
    public void refuseNamed(@Nullable String name, ErrorCode code, Object... args) {
        problems.add(name, code, args);
    }

    public boolean isRefused() {
        return !problems.isEmpty();
    }

    public List<Problem> problems() {
        return problems.list();
    }

    /** Why it happens, for histories; null when a person just does it. */
    public @Nullable String why() {
        return why;
    }

    /** Says which rule or verb does it; histories show all of it at once, so what is too long is cut. */
    public void because(String reason) {
        why = reason.codePointCount(0, reason.length()) <= LONGEST_WHY
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_WHY - 1)) + "…";
    }

    /** Says which automatic work does it, where several pieces of work are written together. */
    public void from(Origin work) {
        origin = work;
    }

    /** The automatic work that does it; null when the cause in force says so, or nobody. */
    public @Nullable Origin origin() {
        return origin;
    }

    /** Says that it is meant to take earlier changes back. */
    public void undo() {
        undoes = true;
    }

    public boolean undoes() {
        return undoes;
    }

    /** Says that the record goes, or comes back, because the other one does to which it belongs. */
    public void along(RecordId other) {
        with = other;
    }

    /** Whether it goes or comes back together with the record. */
    public boolean isAlong(RecordId other) {
        return other.equals(with);
    }

    /** The record as it will be. */
    public Row row() {
        return new Row(type, after.clone());
    }

    /** A record that this one resembles. */
    public record Alike(String object, RecordId id) {}

    /** Notes that there is a record that this one may be. */
    public void resembles(String object, RecordId other) {
        alike.add(new Alike(object, other));
    }

    /** The records that it may be. */
    public List<Alike> alike() {
        return List.copyOf(alike);
    }

    /** Notes a key by which others are known to be likely duplicates of this one, and the field it comes from. */
    public void isFoundBy(String key, Field<?> field) {
        foundBy.put(key, field);
    }

    /** The keys, where they were to be noted. */
    public Map<String, Field<?>> foundBy() {
        return foundBy;
    }

    /** Notes that it is likely there already, going by the field, and written all the same. */
    public void repeats(Field<?> field) {
        repeated = field;
    }

    /** By which field it is likely there already. */
    public Optional<Field<?>> repeated() {
        return Optional.ofNullable(repeated);
    }

    /** Says how the records that are alike are told to the caller. */
    public void tell(List<Map<String, Object>> candidates) {
        told = List.copyOf(candidates);
    }

    /** What the caller is told of the records that are alike. */
    public List<Map<String, Object>> candidates() {
        return told;
    }
}
