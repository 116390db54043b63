package io.hemai.workspace;

import io.hemai.metadata.Metadata;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A figure keeps a report that who keeps it may run, and knows what it tells those who see it. */
@Component
final class FigureRule implements Rule {
    private final FigureObject figure;
    private final Records records;
    private final Metadata metadata;
    private final ObjectProvider<ReportForms> forms;

    FigureRule(FigureObject figure, Records records, Metadata metadata, ObjectProvider<ReportForms> forms) {
        this.figure = figure;
        this.records = records;
        this.metadata = metadata;
        this.forms = forms;
    }

    @Override
    public String object() {
        return figure.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        changes.written().stream()
                .filter(change -> change.value(figure.report) instanceof Map<?, ?>)
                .filter(change -> change.changes(figure.report) || change.changes(figure.object))
                .forEach(change -> Questions.check(change, figure.report, () -> check(change)));
    }

    private void check(Change change) {
        ReportForms.Asked asked = forms.getObject().read(members(change));
        String object = change.value(figure.object);
        if (object == null || !change.given(figure.object)) {
            change.set(figure.object, asked.object());
        } else if (!object.equals(asked.object())) {
            change.refuse(figure.object, WorkspaceError.OTHER_OBJECT, asked.object());
        }
        records.requireAskable(Query.of(asked.object()).where(asked.filter()).fields(asked.paths()));
        Disclosure disclosure =
                new Disclosure(metadata.current(), metadata.current().require(asked.object()));
        disclosure.asks(asked.filter());
        asked.paths().forEach(disclosure::compares);
        Questions.keep(change, figure.discloses, figure.report, disclosure);
    }

    /** As the body of a request has it: whole numbers are as small as they can be. */
    private Map<String, Object> members(Change change) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (change.value(figure.report) instanceof Map<?, ?> report) {
            report.forEach((name, value) -> members.put(
                    String.valueOf(name),
                    value instanceof Long whole && whole.intValue() == whole ? (Object) whole.intValue() : value));
        }
        return members;
    }
}
