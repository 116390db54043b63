package io.hemai.opportunities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The stages in use, for whoever counts deals by them. */
@Component
public class PipelineStages {
    private final Pipelines pipelines;

    PipelineStages(Pipelines pipelines) {
        this.pipelines = pipelines;
    }

    /** Pipeline by pipeline, the one that a company begins with first, in the order in which deals pass them. */
    public List<PipelineStage> inOrder() {
        List<PipelineStage> all = new ArrayList<>();
        pipelines.all().entrySet().stream()
                .sorted(Comparator.comparing(p -> p.getKey().equals(Stages.DEFAULT_PIPELINE) ? "" : p.getKey()))
                .forEach(p -> p.getValue()
                        .stages()
                        .forEach(s -> all.add(new PipelineStage(p.getKey(), s.code(), s.status()))));
        return all;
    }
}
