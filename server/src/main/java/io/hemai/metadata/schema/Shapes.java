package io.hemai.metadata.schema;

import io.hemai.metadata.Column;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.ChoiceType;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.schema.IndexShape.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Works out the table of each object. Every index makes every write slower, so each of the few serves two purposes:
 *
 * <ul>
 *   <li>{@code (link, id)} finds the children of a record, pages them newest first (ids grow with time), and yields their
 *       ids without touching the table, which is how rights of people who see little are gathered. Links are often empty,
 *       so only rows that have one are indexed. Department is such a link, and owner, with the few that nobody owns: these are
 *       what anybody of a team may take.
 *   <li>{@code (created_at, id)} and {@code (updated_at, id)} page by time from any place.
 *   <li>{@code (phase, updated_at, id)} finds what stands in a phase, such as a stage or a status, freshest first.
 *   <li>a record's name is indexed by pinyin for the order of lists and as text compares for finding it by name.
 *   <li>who created and changed a record has neither index nor foreign key: both are rarely asked for and never change a
 *       record's life.
 * </ul>
 */
final class Shapes {
    private static final String ID = CommonFields.ID.name();
    private static final String OWNER = CommonFields.OWNER.name();
    private static final String UPDATED_AT = CommonFields.UPDATED_AT.name();
    private static final Set<String> FILLED =
            Set.of(ID, CommonFields.VERSION.name(), CommonFields.CREATED_AT.name(), UPDATED_AT);
    private static final Set<String> TRACES = Set.of(CommonFields.CREATED_BY.name(), CommonFields.UPDATED_BY.name());

    private Shapes() {}

    /** The tables of all objects, by name. */
    static Map<String, TableShape> of(ObjectTypes types) {
        Map<String, TableShape> shapes = new LinkedHashMap<>();
        types.all().forEach(type -> shapes.put(type.name(), of(type, types)));
        return shapes;
    }

    /** The table of an object. */
    static TableShape of(ObjectType type, ObjectTypes types) {
        List<ColumnShape> columns = new ArrayList<>();
        List<IndexShape> indexes = new ArrayList<>();
        for (Field<?> field : type.fields()) {
            columns.addAll(columns(field));
            indexes.addAll(indexes(type.name(), field));
        }
        List<ReferenceShape> references = type.links().stream()
                .filter(link -> !TRACES.contains(link.name())
                        && types.find(link.target()).isPresent())
                .map(link -> ReferenceShape.of(type.name(), link.name(), link.target()))
                .toList();
        return new TableShape(type.name(), columns, indexes, references);
    }

    /** The columns of a field. */
    static List<ColumnShape> columns(Field<?> field) {
        return field.type().columns().stream()
                .map(c -> new ColumnShape(field.name() + c.suffix(), c.kind(), FILLED.contains(field.name())))
                .toList();
    }

    /** The indexes that a field has by itself or was given. */
    static List<IndexShape> indexes(String table, Field<?> field) {
        String name = field.name();
        if (name.equals(ID) || TRACES.contains(name)) {
            return List.of();
        }
        List<IndexShape> indexes = new ArrayList<>();
        if (field.type() instanceof LinkType) {
            indexes.add(name.equals(OWNER) ? IndexShape.plain(table, name, ID) : IndexShape.sparse(table, name, ID));
        } else if (field.has(Trait.PHASE)) {
            indexes.add(ofPhase(table, field));
        } else if (wantsIndex(field)) {
            indexes.add(index(table, field));
        }
        if (field.has(Trait.NAME)) {
            indexes.add(IndexShape.formed(table, name, Form.PINYIN));
        }
        if (field.has(Trait.UNIQUE)) {
            indexes.add(IndexShape.unique(table, name, form(field)));
        } else if (field.has(Trait.NAME) && !field.has(Trait.INDEXED)) {
            indexes.add(IndexShape.formed(table, name, Form.FOLDED));
        }
        return indexes;
    }

    /** All that a field can have by itself or be given, also what it has no more. */
    static List<IndexShape> possibleIndexes(String table, Field<?> field) {
        List<IndexShape> possible = new ArrayList<>(indexes(table, field));
        possible.addAll(indexes(table, field.with(Trait.INDEXED)));
        possible.addAll(indexes(table, field.with(Trait.UNIQUE)));
        if (field.type() instanceof ChoiceType) {
            possible.add(ofPhase(table, field));
            possible.add(index(table, field));
        }
        return possible;
    }

    private static IndexShape ofPhase(String table, Field<?> field) {
        return IndexShape.plain(table, field.name(), UPDATED_AT, ID);
    }

    private static boolean wantsIndex(Field<?> field) {
        return field.type().comparison() == Comparison.SET || (field.has(Trait.INDEXED) && !field.has(Trait.UNIQUE));
    }

    /** What finds by the value of a field and, where it has an order, sorts by it. */
    private static IndexShape index(String table, Field<?> field) {
        Column column = compared(field);
        String name = field.name() + column.suffix();
        if (column.kind() == ColumnKind.TEXT_ARRAY) {
            return IndexShape.elements(table, name);
        }
        return FILLED.contains(field.name())
                ? IndexShape.plain(table, name, ID)
                : IndexShape.formed(table, name, form(field));
    }

    /** Names of other systems differ by case (as Salesforce's ids do), everything else that people write does not. */
    private static Form form(Field<?> field) {
        return field.type().comparison() == Comparison.TEXT && !field.name().equals(CommonFields.EXTERNAL_ID.name())
                ? Form.FOLDED
                : Form.BARE;
    }

    /** The column that filters and sorting look at. */
    private static Column compared(Field<?> field) {
        List<Column> columns = field.type().columns();
        return field.type().comparison() == Comparison.MONEY ? columns.getLast() : columns.getFirst();
    }
}
