package io.hemai.workspace;

import io.hemai.kernel.Filter;
import java.util.List;
import java.util.Map;

/** Reads reports as clients ask for them; the module that runs them answers. */
public interface ReportForms {
    /**
     * What a report asks for.
     *
     * @param paths of the fields that it groups by and measures
     */
    record Asked(String object, Filter filter, List<String> paths) {
        public Asked {
            paths = List.copyOf(paths);
        }
    }

    /** What the report asks for; a refusal when it is none. */
    Asked read(Map<String, Object> report);
}
