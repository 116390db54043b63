package io.hemai.workspace;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import java.util.List;
import org.springframework.stereotype.Component;

/** One report on a dashboard, and how it is drawn. */
@Component
public final class FigureObject extends StandardObject {
    public final Field<RecordId> dashboard = add(master("dashboard", "dashboard", "figures"));
    public final Field<String> name = add(text("name").required().naming());
    /** The one that the report is about. */
    public final Field<String> object = add(text("object").required().derived());

    public final Field<String> kind =
            add(choice("kind", "number", "bar", "line", "funnel", "table").required());
    /** A report as {@code POST /reports/run} takes it. */
    public final Field<Object> report = add(jsonObject("report").required());

    public final Field<Long> position = add(count("position"));
    public final Field<Object> settings = add(jsonObject("settings"));
    public final Field<List<String>> discloses =
            add(openMultiChoice("discloses").readOnly().disclosing());

    FigureObject() {
        super("figure", ObjectTrait.LINE);
    }
}
