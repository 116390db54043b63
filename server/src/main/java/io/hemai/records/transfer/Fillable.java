package io.hemai.records.transfer;

import io.hemai.access.FieldRight;
import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.Filter;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import java.util.Set;

/** Which fields an import by the acting identity may fill. */
final class Fillable {
    private static final Set<String> UNREADABLE = Set.of("file", "image");

    private final ObjectType type;
    private final Rights rights;
    private final boolean past;
    private final Metadata metadata;
    private final Gate gate;

    /**
     * @param past whether an administrator brings records with a past: creation, closing and owner as given
     */
    Fillable(ObjectType type, Rights rights, boolean past, Metadata metadata, Gate gate) {
        this.type = type;
        this.rights = rights;
        this.past = past;
        this.metadata = metadata;
        this.gate = gate;
    }

    boolean allows(Field<?> field) {
        return isKey(field) ? sees(rights) : fills(field);
    }

    /** What tells which record a row is of, and fills nothing. */
    static boolean isKey(Field<?> field) {
        return field.name().equals(CommonFields.ID.name());
    }

    private boolean fills(Field<?> field) {
        return rights.on(field) == FieldRight.WRITE
                && !UNREADABLE.contains(field.type().code())
                && (past || !isOfThePast(field))
                && (!field.has(Trait.READ_ONLY) || field.has(Trait.PAST))
                && type.link(field.name()).map(link -> seen(link.target())).orElse(true);
    }

    /** Whether only who brings records with a past fills it. */
    static boolean isOfThePast(Field<?> field) {
        return field.name().equals(CommonFields.OWNER.name()) || (field.has(Trait.READ_ONLY) && field.has(Trait.PAST));
    }

    /** What cells say of records can be found out only where one sees some. */
    private boolean seen(String object) {
        return metadata.current()
                .find(object)
                .filter(target -> sees(gate.rights(Acting.who(), target)))
                .isPresent();
    }

    static boolean sees(Rights rights) {
        return !rights.read().equals(Filter.none());
    }
}
