package io.hemai.records.transfer;

import io.hemai.records.store.MassActProblems;
import io.hemai.records.store.MassActStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Bulk acts as answers. */
@Component
public class BulkJson {
    private static final int PROBLEMS = 100;

    private final RunContext with;
    private final MassActJson shared;

    BulkJson(RunContext with, MassActJson shared) {
        this.with = with;
        this.shared = shared;
    }

    /** The act in short; of values that are set only the fields are named. */
    public Map<String, Object> brief(MassActStore.Job job, Locale reader) {
        BulkSettings settings = with.json().readValue(job.settings(), BulkSettings.class);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", job.id().toString());
        answer.put("status", job.state().code());
        answer.put("object", job.object());
        if (settings.set() != null) {
            answer.put("set", List.copyOf(settings.set().keySet()));
        } else if (settings.members() != null) {
            answer.put("add", List.copyOf(settings.members().add().keySet()));
            answer.put("remove", List.copyOf(settings.members().remove().keySet()));
        } else {
            answer.put("verb", settings.verb());
        }
        answer.put("total", job.total());
        answer.put("processed", job.counts().processed());
        answer.put("updated", job.counts().updated());
        answer.put("failed", job.counts().failed());
        shared.ends(job, reader, answer);
        return answer;
    }

    /** The act with its first problems, and how far it was undone. */
    public Map<String, Object> whole(MassActStore.Job job, Locale reader) {
        Map<String, Object> answer = brief(job, reader);
        List<Map<String, Object>> problems = new ArrayList<>();
        for (MassActProblems.RowProblem problem : with.problems().first(job.id(), PROBLEMS)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", problem.value());
            if (problem.column() != null) {
                one.put("field", problem.column());
            }
            one.put("code", problem.code());
            one.put("message", MassActJson.message(problem, reader));
            problems.add(one);
        }
        answer.put("problems", problems);
        shared.undo(job, reader, answer);
        return answer;
    }
}
