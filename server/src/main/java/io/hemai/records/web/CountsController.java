package io.hemai.records.web;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.WhileViewing;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Refusal;
import io.hemai.records.Query;
import io.hemai.records.RecordsError;
import io.hemai.records.query.FilterJson;
import io.hemai.records.store.RowReader;
import io.hemai.web.JsonBody;
import io.hemai.web.Once;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How many records match several questions, for the small numbers beside a menu: one request, and no further than it is worth. */
@RestController
class CountsController {
    private static final int MOST = 10;
    private static final int USUAL = 100;
    private static final int FARTHEST = 1_000;

    private final RowReader rows;

    CountsController(RowReader rows) {
        this.rows = rows;
    }

    /** The numbers, in the order of the questions. */
    record Counts(List<RowReader.Count> counts) {}

    @PostMapping(path = "/api/v1/counts", produces = MediaType.APPLICATION_JSON_VALUE)
    @Once(Once.How.NOWHERE)
    @RequiresScope(Scope.RECORDS_READ)
    @WhileViewing
    Counts count(@RequestBody JsonBody body) {
        Map<String, Object> given = body.object("of", "up_to");
        List<Query> queries = queries(given.get("of"));
        int upTo = upTo(given.get("up_to"));
        return new Counts(queries.stream()
                .map(query -> {
                    long counted = rows.count(query, upTo);
                    return new RowReader.Count(Math.min(counted, upTo), counted <= upTo);
                })
                .toList());
    }

    private static List<Query> queries(@Nullable Object given) {
        if (!(given instanceof List<?> questions)) {
            throw given == null
                    ? Refusal.ofField("of", KernelError.MISSING, "of")
                    : Refusal.ofField("of", KernelError.WRONG_TYPE, "of");
        }
        if (questions.size() > MOST) {
            throw Refusal.ofField("of", RecordsError.TOO_MANY_COUNTS, questions.size(), MOST);
        }
        return questions.stream().map(CountsController::query).toList();
    }

    private static Query query(@Nullable Object given) {
        if (!(given instanceof Map<?, ?>)) {
            throw Refusal.ofField("of", KernelError.WRONG_TYPE, "of");
        }
        Map<String, Object> question = new JsonBody(given).object("object", "filter");
        if (!(question.get("object") instanceof String object)) {
            throw Refusal.ofField("object", KernelError.WRONG_TYPE, "object");
        }
        return Query.of(object).where(FilterJson.read(question.get("filter")));
    }

    private static int upTo(@Nullable Object given) {
        if (given == null) {
            return USUAL;
        }
        if (given instanceof Integer n && n >= 1 && n <= FARTHEST) {
            return n;
        }
        throw Refusal.ofField("up_to", RecordsError.INVALID_UP_TO, given, FARTHEST);
    }
}
