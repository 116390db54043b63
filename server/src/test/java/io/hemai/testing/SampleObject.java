package io.hemai.testing;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** An object of tests, with a field of every way to compare. */
@Component
public final class SampleObject extends StandardObject {
    /** A choice that code knows. */
    public enum Grade {
        LOW,
        HIGH
    }

    public final Field<String> name = add(text("name").required().searchable().naming());
    public final Field<String> code = add(text("code").unique());
    public final Field<String> note = add(text("note"));
    public final Field<Long> size = add(integer("size").indexed());
    public final Field<BigDecimal> ratio = add(decimal("ratio", 2));
    public final Field<Money> amount = add(money("amount"));
    public final Field<LocalDate> day = add(date("day"));
    public final Field<Instant> moment = add(datetime("moment"));
    public final Field<Boolean> flag = add(bool("flag"));
    public final Field<Grade> grade = add(choice("grade", Grade.class));
    public final Field<String> source = add(openChoice("source", "web", "call"));
    public final Field<java.util.List<String>> labels =
            add(Field.of("labels", new io.hemai.metadata.fieldtype.TagsType()));
    public final Field<RecordId> parent = add(followed("parent", "sample", "children", OnDelete.CLEAR));

    public SampleObject() {
        super("sample", ObjectTrait.OWNED);
    }
}
