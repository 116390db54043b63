package io.hemai.records.web;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.WhileViewing;
import io.hemai.journal.Entry;
import io.hemai.journal.Journal;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Bin;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.web.Parameters;
import io.hemai.web.ReaderLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a record, newest first. */
@RestController
class HistoryController {
    private final Records records;
    private final Bin bin;
    private final Metadata metadata;
    private final Journal journal;
    private final HistoryJson history;
    private final Answers answers;

    HistoryController(
            Records records, Bin bin, Metadata metadata, Journal journal, HistoryJson history, Answers answers) {
        this.records = records;
        this.bin = bin;
        this.metadata = metadata;
        this.journal = journal;
        this.history = history;
        this.answers = answers;
    }

    @GetMapping(path = "/api/v1/records/{object}/{id}/history", produces = MediaType.APPLICATION_JSON_VALUE)
    @WhileViewing
    @RequiresScope(Scope.RECORDS_READ)
    ResponseEntity<byte[]> history(
            @PathVariable String object, @PathVariable String id, Parameters parameters, HttpServletRequest request) {
        parameters.only("limit", "after");
        int limit = parameters.integer("limit", Limits.DEFAULT_PAGE, 1, Limits.PAGE);
        long before = parameters.text("after").map(HistoryController::cursor).orElse(Long.MAX_VALUE);
        ObjectType type = metadata.current().require(object);
        RecordId record = Answers.id(object, id);
        requireReadable(object, record);
        List<Entry> found = journal.of(object, record, before, limit + 1);
        List<Entry> page = found.size() > limit ? found.subList(0, limit) : found;
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", history.items(type, page, ReaderLanguage.of(request)));
        answer.put("next", found.size() > limit ? Long.toString(page.getLast().id()) : null);
        return answers.json(answer);
    }

    /** Who may read the record, or could take it out of the bin, may know what became of it. */
    private void requireReadable(String object, RecordId record) {
        boolean stands =
                records.find(Query.of(object).where(CommonFields.ID.is(record))).isPresent();
        if (!stands && !bin.holds(object, record)) {
            throw Refusal.of(RecordsError.NOT_FOUND, object, record);
        }
    }

    private static long cursor(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException damaged) {
            throw Refusal.ofField("after", RecordsError.INVALID_CURSOR);
        }
    }
}
