package io.hemai.access;

import io.hemai.identity.Scope;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Something that concerns the company as a whole and that a role allows by name. */
public enum AdminAbility {
    /** Add people and departments, change them, give them roles, hand over their work. */
    PEOPLE(Scope.ADMIN),
    /** Change what roles allow. */
    ROLES(Scope.ADMIN),
    /** Change objects and fields. */
    META(Scope.META_WRITE),
    /** Import records with the times and authors they had elsewhere. */
    IMPORTS_HISTORY(Scope.IMPORTS),
    /** See and end other people's sessions and tokens. */
    TOKENS(Scope.ADMIN),
    /** Merge records. */
    MERGE(Scope.RECORDS_WRITE),
    /** Read what everybody did, and the whole bin. */
    AUDIT(Scope.ADMIN),
    /** Make tenants; counts in the main tenant only. */
    OPERATOR(Scope.ADMIN);

    private final Scope scope;

    AdminAbility(Scope scope) {
        this.scope = scope;
    }

    /** What a token must be allowed for its owner's ability to count. */
    public Scope scope() {
        return scope;
    }

    /** The name in a role's {@code admin} list. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of all, for people. */
    static String codes() {
        return Arrays.stream(values()).map(AdminAbility::code).collect(Collectors.joining(", "));
    }

    /** The ability of that name. */
    public static Optional<AdminAbility> of(String code) {
        return Arrays.stream(values()).filter(a -> a.code().equals(code)).findFirst();
    }
}
