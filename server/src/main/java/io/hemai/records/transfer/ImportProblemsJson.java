package io.hemai.records.transfer;

import io.hemai.records.store.MassActProblems;
import io.hemai.records.store.MassActStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is wrong with the rows of an import as answers: row by row, and what is alike together. */
@Component
public class ImportProblemsJson {
    private static final int MOST_VALUES = 200;
    /** Of which one word for another would mend every row that says the same. */
    private static final List<String> OF_VALUES = List.of(
            "value.unknown_choice",
            TransferError.CHOICE_NEAR.code(),
            TransferError.LINK_UNKNOWN.code(),
            TransferError.LINK_NEAR.code(),
            TransferError.LINK_AMBIGUOUS.code());

    private final RunContext with;

    ImportProblemsJson(RunContext with) {
        this.with = with;
    }

    /** The first problems, in the order of the file. */
    List<Map<String, @Nullable Object>> first(MassActStore.Job job, int limit, Locale reader) {
        return with.problems().first(job.id(), limit).stream()
                .map(problem -> told(problem, reader))
                .toList();
    }

    /** A page of the problems of a kind, with the rows as the file has them. */
    public Map<String, @Nullable Object> some(
            MassActStore.Job job,
            @Nullable String code,
            @Nullable String column,
            long after,
            int limit,
            Locale reader) {
        List<MassActProblems.Placed> found = with.problems().some(job.id(), code, column, after, limit + 1);
        List<MassActProblems.Placed> page = found.size() > limit ? found.subList(0, limit) : found;
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (MassActProblems.Placed each : page) {
            Map<String, @Nullable Object> item = told(each.problem(), reader);
            item.put("cells", each.problem().cells());
            items.add(item);
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", items);
        answer.put("next", found.size() > limit ? String.valueOf(page.getLast().place()) : null);
        return answer;
    }

    /** The kinds of problems, the commonest first, with the values that could be mended together. */
    List<Map<String, @Nullable Object>> kinds(MassActStore.Job job, Locale reader) {
        boolean chinese = reader.getLanguage().equals("zh");
        List<MassActProblems.Alike> alike = with.problems().kinds(job.id());
        List<MassActProblems.Told> values =
                alike.isEmpty() ? List.of() : with.problems().values(job.id(), OF_VALUES, MOST_VALUES);
        List<Map<String, @Nullable Object>> kinds = new ArrayList<>();
        for (MassActProblems.Alike each : alike) {
            Map<String, @Nullable Object> kind = new LinkedHashMap<>();
            kind.put("code", each.code());
            kind.put("column", each.column());
            kind.put("rows", each.rows());
            kind.put("first_row", each.firstLine());
            kind.put("message", chinese ? each.chinese() : each.english());
            kind.put(
                    "values",
                    values.stream()
                            .filter(v -> v.code().equals(each.code()) && Objects.equals(v.column(), each.column()))
                            .map(v -> Map.of("value", v.value(), "rows", v.rows()))
                            .toList());
            kinds.add(kind);
        }
        return kinds;
    }

    private static Map<String, @Nullable Object> told(MassActProblems.RowProblem problem, Locale reader) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("row", problem.line());
        one.put("column", problem.column());
        one.put("value", problem.value());
        one.put("code", problem.code());
        one.put("message", MassActJson.message(problem, reader));
        return one;
    }
}
