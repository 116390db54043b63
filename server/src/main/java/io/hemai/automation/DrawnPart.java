package io.hemai.automation;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.StandardObject;
import io.hemai.records.Change;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.records.WriteOptions;
import io.hemai.records.verb.NoInput;
import io.hemai.records.verb.Verb;
import io.hemai.shaping.ConfigurationPart;
import io.hemai.shaping.Keys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of the configuration that says what is drawn about an object and published then, such as flows: as it is drawn, and whether it
 * is at work.
 */
public abstract class DrawnPart implements ConfigurationPart {
    private static final String AT_WORK = "active";

    private final Kind kind;
    private final Records records;
    private final Gate gate;

    /**
     * What is drawn.
     *
     * @param about names the object that it is about
     * @param said what is said of it besides; the last one is what is published
     * @param which those that people draw
     */
    public record Kind(
            StandardObject object,
            Field<String> name,
            Field<String> about,
            List<Field<?>> said,
            Filter which,
            Verb<NoInput, Row> publish,
            Verb<NoInput, Row> pause) {
        public Kind {
            said = List.copyOf(said);
        }
    }

    protected DrawnPart(Kind kind, Records records, Gate gate) {
        this.kind = kind;
        this.records = records;
        this.gate = gate;
    }

    /** Whether it is at work. */
    protected abstract boolean isAtWork(Row row);

    @Override
    public final void require() {
        gate.require(AdminAbility.META);
    }

    @Override
    public final Map<String, Map<String, @Nullable Object>> said() {
        Map<String, Map<String, @Nullable Object>> said = new LinkedHashMap<>();
        there().forEach((key, row) -> {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            for (Field<?> field : kind.said()) {
                Object value = row.value(field);
                if (value != null) {
                    members.put(field.name(), value);
                }
            }
            members.put(AT_WORK, isAtWork(row));
            said.put(key, members);
        });
        return said;
    }

    private Map<String, Row> there() {
        Map<String, Row> there = new LinkedHashMap<>();
        records.list(Query.of(kind.object())
                        .where(kind.which())
                        .sort(new Sort(CommonFields.CREATED_AT.name(), false))
                        .limit(Limits.BATCH))
                .forEach(row ->
                        there.put(Keys.next(Keys.of(row.require(kind.about()), row.label()), there::containsKey), row));
        return there;
    }

    @Override
    public final void add(String key, Map<String, @Nullable Object> wanted) {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>(wanted);
        boolean atWork = Boolean.TRUE.equals(sent.remove(AT_WORK));
        sent.put(kind.about().name(), Keys.object(key));
        sent.put(kind.name().name(), Keys.name(key));
        records.together(() -> {
            Change change = Change.create(records.type(kind.object()), sent, false);
            records.write(change.type(), List.of(change), WriteOptions.USUAL);
            return atWork ? kind.publish().run(read(change.id()), new NoInput()) : read(change.id());
        });
    }

    @Override
    public final void change(String key, Map<String, @Nullable Object> changed, Map<String, @Nullable Object> wanted) {
        Row row = there().get(key);
        if (row == null) {
            throw Refusal.of(RecordsError.NOT_FOUND, kind.object().name(), key);
        }
        boolean redrawn = changed.containsKey(kind.said().getLast().name());
        Map<String, @Nullable Object> sent = new LinkedHashMap<>(changed);
        boolean wasAtWork = isAtWork(row);
        boolean atWork = sent.containsKey(AT_WORK) ? Boolean.TRUE.equals(sent.remove(AT_WORK)) : wasAtWork;
        records.together(() -> {
            if (!sent.isEmpty()) {
                Change change = Change.update(records.type(kind.object()), row.id(), null, sent, false);
                records.write(change.type(), List.of(change), WriteOptions.USUAL);
            }
            // a draft that waits is nobody's to publish but its author's
            if (atWork && (redrawn || !wasAtWork)) {
                kind.publish().run(read(row.id()), new NoInput());
            } else if (wasAtWork && !atWork) {
                kind.pause().run(read(row.id()), new NoInput());
            }
            return row;
        });
    }

    private Row read(RecordId id) {
        return records.read(kind.object(), id);
    }
}
