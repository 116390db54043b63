package io.hemai.automation;

import io.hemai.approvals.Terms;
import io.hemai.kernel.Filter;
import io.hemai.kernel.text.Template;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a step wants. */
public sealed interface Outcome {
    /** Things to be done, then the next step. */
    record Done(List<Deed> deeds) implements Outcome {
        public Done {
            deeds = List.copyOf(deeds);
        }
    }

    /**
     * A mail to somebody who has to do with the record, then the next step.
     *
     * @param to field of the record: a mail address, or a link to a record that has one
     */
    record Mail(String to, Template subject, Template body) implements Outcome {}

    /**
     * A message to another system about the record, then the next step.
     *
     * @param webhook its name
     * @param type what it tells, such as {@code opportunity.won}
     * @param fields of the record that it carries
     */
    record Message(String webhook, String type, List<String> fields) implements Outcome {
        public Message {
            fields = List.copyOf(fields);
        }
    }

    /**
     * The step's way for each related record, then the next step.
     *
     * @param object whose records lead to the run's own by the link; null when the run's own leads to one by it
     * @param which of them
     */
    record Each(@Nullable String object, String link, Filter which) implements Outcome {}

    /**
     * The next step at that time.
     *
     * @param change what the record may become, with which the next step comes at once; null for nothing
     */
    record Wait(Instant until, @Nullable Filter change) implements Outcome {}

    /** The same step at that time, since now is not the time for it. */
    record Later(Instant until) implements Outcome {}

    /** To go on by one of the step's ways; null for what comes after it. */
    record Go(@Nullable Way way) implements Outcome {}

    /** What people say to it; the step is taken again until they have. */
    record Ask(Terms terms) implements Outcome {}

    /** Nothing more. */
    record Stop(@Nullable String reason) implements Outcome {}

    /** What is to be done. */
    sealed interface Deed {
        /** Gives the record values, as plain JSON by name of the field. */
        record Update(Map<String, @Nullable Object> values) implements Deed {}

        /** Makes a record; texts among its values may be {@link Template}s, which are filled with what the run's record says. */
        record Create(String object, Map<String, @Nullable Object> values) implements Deed {}

        /**
         * Tells people something about the record.
         *
         * @param to ids of users, {@link #OWNER} or {@link #MANAGER}
         */
        record Tell(
                List<String> to, Template title, @Nullable Template body) implements Deed {
            /** Who owns the record. */
            public static final String OWNER = "owner";
            /** The manager of who owns it. */
            public static final String MANAGER = "manager";

            public Tell {
                to = List.copyOf(to);
            }
        }

        /** Puts tags into a field of the record, and takes others out; those that it has besides stay. */
        record Tag(String field, List<String> add, List<String> remove) implements Deed {
            public Tag {
                add = List.copyOf(add);
                remove = List.copyOf(remove);
            }
        }

        /** Does a verb with the record. */
        record Call(String verb, Map<String, @Nullable Object> input) implements Deed {}
    }
}
