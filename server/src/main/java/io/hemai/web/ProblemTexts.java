package io.hemai.web;

import io.hemai.kernel.Label;
import io.hemai.kernel.Problem;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.Worded;
import io.hemai.metadata.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says refusals in words: the parts of problem details that are read by people. */
@Component
public class ProblemTexts {
    private final Wording wording;

    ProblemTexts(Wording wording) {
        this.wording = wording;
    }

    /** What is wrong, as a sentence that says the remedy too. */
    public String message(Problem problem, Locale reader) {
        List<Object> args =
                problem.args().stream().map(arg -> said(arg, reader)).toList();
        return wording.text(problem.code(), reader, args);
    }

    private Object said(Object arg, Locale reader) {
        return switch (arg) {
            case Label label -> label.in(reader);
            case Problem inner -> message(inner, reader);
            case Worded(String key) -> wording.text(key, reader);
            default -> arg;
        };
    }

    /** The whole refusal as one sentence. */
    public String detail(Refusal refusal, Locale reader) {
        List<Problem> problems = refusal.problems();
        return problems.size() == 1
                ? message(problems.getFirst(), reader)
                : wording.text(WebError.SEVERAL, reader, List.of(problems.size()));
    }

    /** The name of an HTTP status. */
    String title(int status, Locale reader) {
        return wording.text("web.status." + status, reader);
    }

    /** The problems as the member {@code errors}: {@code [{"field","code","message","index"}]}. */
    public List<Map<String, Object>> errors(List<Problem> problems, Locale reader) {
        return problems.stream().map(problem -> error(problem, reader)).toList();
    }

    private Map<String, Object> error(Problem problem, Locale reader) {
        Map<String, Object> error = new LinkedHashMap<>();
        if (problem.index() != null) {
            error.put("index", problem.index());
        }
        if (problem.field() != null) {
            error.put("field", problem.field());
        }
        error.put("code", problem.code().code());
        error.put("message", message(problem, reader));
        return error;
    }
}
