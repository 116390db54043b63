package io.hemai.records.transfer;

import io.hemai.records.store.ExportStore;
import io.hemai.records.store.JobState;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Exports as answers. */
@Component
public class ExportJson {
    private final MassActJson shared;

    ExportJson(MassActJson shared) {
        this.shared = shared;
    }

    /** The export, and where its file is fetched once it is done. */
    public Map<String, Object> whole(ExportStore.Job job, Locale reader) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", job.id().toString());
        answer.put("status", job.state().code());
        answer.put("object", job.object());
        answer.put("processed", job.processed());
        shared.times(job, reader, answer);
        if (job.state() == JobState.DONE) {
            answer.put("file", "/api/v1/exports/" + job.id() + "/file");
        }
        return answer;
    }
}
