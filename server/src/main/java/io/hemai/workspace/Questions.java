package io.hemai.workspace;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.records.Change;
import java.util.List;

/** What is kept of questions: that who keeps one may ask it, and what it tells those who see it. */
final class Questions {
    /** Objects and fields that one question may name. */
    private static final int MOST_NAMES = 200;

    private Questions() {}

    /** Checks a part of a question; what is wrong with it is said of its field. */
    static void check(Change change, Field<?> field, Runnable part) {
        try {
            part.run();
        } catch (Refusal refused) {
            change.refuse(field, WorkspaceError.UNFIT, refused.problems().getFirst());
        }
    }

    /** Keeps what the question tells. */
    static void keep(Change change, Field<List<String>> into, Field<?> blamed, Disclosure disclosure) {
        List<String> told = disclosure.told();
        if (told.size() > MOST_NAMES) {
            change.refuse(blamed, WorkspaceError.NAMES_TOO_MUCH, MOST_NAMES);
        } else {
            change.set(into, told);
        }
    }
}
