package io.hemai.records.transfer;

import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Row;
import io.hemai.records.store.MassActProblems;
import io.hemai.records.store.MassActStore;
import io.hemai.records.store.NameSight;
import io.hemai.records.store.StoredJob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The parts of an answer that mass acts of every kind share. */
@Component
class MassActJson {
    private final RunContext with;

    MassActJson(RunContext with) {
        this.with = with;
    }

    /** Who started it and when, when it ended, and why it failed if it did. */
    void ends(StoredJob job, Locale reader, Map<String, Object> answer) {
        answer.put("created_by", job.createdByLabel());
        times(job, reader, answer);
    }

    /** When it was started and when it ended, and why it failed if it did. */
    void times(StoredJob job, Locale reader, Map<String, Object> answer) {
        answer.put("created_at", job.createdAt().toString());
        answer.put(
                "finished_at",
                job.finishedAt() == null ? null : job.finishedAt().toString());
        if (job.error() != null) {
            JobError error = with.json().readValue(job.error(), JobError.class);
            answer.put("error", Map.of("code", error.code(), "message", error.in(reader)));
        }
    }

    static String message(MassActProblems.RowProblem problem, Locale reader) {
        return reader.getLanguage().equals("zh") ? problem.chinese() : problem.english();
    }

    /** How far it was taken back; what was left is named as far as the reader may see it. */
    void undo(MassActStore.Job job, Locale reader, Map<String, Object> answer) {
        if (job.undone() == null) {
            return;
        }
        Undone undone = with.json().readValue(job.undone(), Undone.class);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("deleted", undone.deleted());
        told.put("restored", undone.restored());
        told.put("left", seen(job, undone, new WhyLeft(with, undone, reader)));
        told.put("left_count", undone.leftCount());
        told.put(
                "finished_at",
                undone.finishedAt() == null ? null : undone.finishedAt().toString());
        answer.put("undo", told);
    }

    private List<Map<String, Object>> seen(MassActStore.Job job, Undone undone, WhyLeft why) {
        List<Undone.Left> left = undone.left();
        if (left.isEmpty()) {
            return List.of();
        }
        Optional<ObjectType> type = with.metadata().current().find(job.object());
        if (type.isEmpty()) {
            return left.stream().map(one -> told(one, "", List.of(), why)).toList();
        }
        NameSight names = with.labels().names(type.get());
        Rights rights = with.gate().rights(Acting.who(), type.get());
        List<RecordId> ids =
                left.stream().flatMap(l -> RecordId.parse(l.id()).stream()).toList();
        Map<RecordId, Row> readable =
                rights.read().equals(Filter.none()) ? Map.of() : with.records().rows(job.object(), ids);
        return left.stream()
                .map(one -> told(
                        one,
                        RecordId.parse(one.id()).filter(readable::containsKey).isPresent()
                                ? names.shown(Objects.requireNonNullElse(one.label(), ""))
                                : "",
                        one.fields().stream()
                                .filter(f -> type.get()
                                        .field(f)
                                        .filter(rights::knows)
                                        .isPresent())
                                .toList(),
                        why))
                .toList();
    }

    private static Map<String, Object> told(Undone.Left left, String label, List<String> fields, WhyLeft why) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", left.id());
        told.put("label", label);
        told.put("fields", fields);
        String reason = why.of(left);
        if (reason != null || fields.isEmpty()) {
            told.put("reason", reason == null ? why.changed() : reason);
        }
        return told;
    }
}
