package io.hemai.metadata;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Label;
import io.hemai.kernel.Op;
import io.hemai.metadata.fieldtype.ListsChoices;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A typed handle on a field of an object: rules and verbs name fields by it, never by text.
 *
 * @param name name in the API and of the first column; custom ones begin with {@code c_}
 * @param initial the value a new record gets when none is given, as plain JSON; null for none
 * @param repeats name of the field of the same object that this one says again in another form: it is seen no further; null for
 *     none
 * @param formula what works the value out, for fields that nobody fills in; null for none
 * @param <T> class of the values
 */
public record Field<T>(
        String name,
        FieldType<T> type,
        Set<Trait> traits,
        @Nullable Object initial,
        Label label,
        @Nullable Label help,
        @Nullable String repeats,
        @Nullable String formula) {
    public Field {
        traits = Set.copyOf(traits);
    }

    /** A field with nothing special; its label is filled in when the object is declared. */
    public static <T> Field<T> of(String name, FieldType<T> type) {
        return new Field<>(name, type, Set.of(), null, Label.same(name), null, null, null);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    public Field<T> required() {
        return with(Trait.REQUIRED);
    }

    public Field<T> unique() {
        return with(Trait.UNIQUE);
    }

    public Field<T> searchable() {
        return with(Trait.SEARCHABLE);
    }

    public Field<T> indexed() {
        return with(Trait.INDEXED);
    }

    /** How far a record has come, such as its stage. */
    public Field<T> phase() {
        return with(Trait.PHASE);
    }

    /** Filled in by a rule where nobody gives it. */
    public Field<T> derived() {
        return with(Trait.DERIVED);
    }

    /** Set by Hemai and its rules, never by a caller. */
    public Field<T> readOnly() {
        return with(Trait.READ_ONLY);
    }

    /** Although read-only, an administrator may bring it with records that have a past. */
    public Field<T> past() {
        return with(Trait.PAST);
    }

    /** Written once, when the record is made. */
    public Field<T> fixed() {
        return with(Trait.FIXED);
    }

    /** Taken off lists and forms until the company wants it there; still there for the API. */
    public Field<T> hidden() {
        return with(Trait.HIDDEN);
    }

    /** Worked out by the formula and filled in by nobody. */
    public Field<T> workedOutBy(String text) {
        return new Field<>(name, type, traits, initial, label, help, repeats, text).with(Trait.READ_ONLY);
    }

    /** Made of another field of the object, and kept from whom that one is kept from. */
    public Field<T> repeating(Field<?> source) {
        return new Field<>(name, type, traits, initial, label, help, source.name(), formula);
    }

    /** The roles whose people see the record. */
    public Field<T> audience() {
        return with(Trait.AUDIENCE);
    }

    /** What a reader must know of to see somebody else's record. */
    public Field<T> disclosing() {
        return with(Trait.DISCLOSES);
    }

    /** A link to what the record is about, which its owner may read whatever roles say: how else should one work on it? */
    public Field<T> shownToOwner() {
        return with(Trait.SHOWN_TO_OWNER);
    }

    /** What a person calls the record. */
    public Field<T> naming() {
        return with(Trait.NAME);
    }

    /** The value of a new record when none is given. */
    public Field<T> initially(T value) {
        return new Field<>(name, type, traits, value, label, help, repeats, formula);
    }

    public Field<T> with(Trait trait) {
        Set<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new Field<>(name, type, more, initial, label, help, repeats, formula);
    }

    public Field<T> labelled(Label newLabel, @Nullable Label newHelp) {
        return new Field<>(name, type, traits, initial, newLabel, newHelp, repeats, formula);
    }

    /** A field of choices in tag colours, by code: what is well, what is in danger, what is over. */
    public Field<T> colored(Map<String, String> colors) {
        if (!(type instanceof ListsChoices listed)) {
            throw new IllegalStateException(name + " has no choices to colour");
        }
        return retyped(listed.colored(colors));
    }

    /** The same of another type whose values are of the same class. */
    @SuppressWarnings("unchecked") // the caller keeps the class of the values
    Field<T> retyped(FieldType<?> other) {
        return new Field<>(name, (FieldType<T>) other, traits, initial, label, help, repeats, formula);
    }

    public Filter is(T value) {
        return Filter.leaf(name, Op.EQ, value);
    }

    public Filter in(Collection<? extends T> values) {
        return Filter.leaf(name, Op.IN, List.copyOf(values));
    }

    public Filter isEmpty() {
        return Filter.leaf(name, Op.EMPTY, null);
    }

    public Filter isNotEmpty() {
        return Filter.leaf(name, Op.NOT_EMPTY, null);
    }

    /** Before, or less than. */
    public Filter below(T value) {
        return Filter.leaf(name, Op.LT, value);
    }

    /** From the value on. */
    public Filter atLeast(T value) {
        return Filter.leaf(name, Op.GE, value);
    }

    @Override
    public String toString() {
        return name;
    }
}
