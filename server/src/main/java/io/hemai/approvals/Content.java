package io.hemai.approvals;

import io.hemai.kernel.Limits;
import io.hemai.kernel.Sha256;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/** What of a record is approved: what people say in it and in its lines, without who looks after it. */
@Component
class Content {
    private final Metadata metadata;
    private final Records records;

    Content(Metadata metadata, Records records) {
        this.metadata = metadata;
        this.records = records;
    }

    /** Whether the field is approved, where those named are; none for all. */
    static boolean covers(List<?> named, Field<?> field) {
        return named.isEmpty()
                ? !field.has(Trait.READ_ONLY)
                        && !CommonFields.kept(field)
                        && !field.name().equals(CommonFields.OWNER.name())
                        && !field.name().equals(CommonFields.DEPARTMENT.name())
                : named.contains(field.name());
    }

    /**
     * A text that becomes another one when what is approved does.
     *
     * @param secret known to nobody who is told the text, or it could be tried what hidden fields say
     */
    String fingerprint(String secret, Row record, List<?> named) {
        List<String> said = new ArrayList<>(List.of(secret));
        say(record, named, said);
        if (named.isEmpty()) {
            lines(record.type())
                    .forEach(link -> records.list(Query.of(link.from())
                                    .where(link.field().is(record.id()))
                                    .sort(new Sort(CommonFields.ID.name(), false))
                                    .limit(Limits.BATCH))
                            .forEach(line -> say(line, named, said)));
        }
        return HexFormat.of().formatHex(Sha256.of(String.join("\n", said)));
    }

    /** Whether records of the object have lines, which are approved with them. */
    boolean hasLines(ObjectType master) {
        return !lines(master).isEmpty();
    }

    /** The links by which lines of the object lead to their master. */
    private List<Link> lines(ObjectType master) {
        return metadata.current().all().stream()
                .filter(type -> !type.is(ObjectTrait.READ_ONLY))
                .flatMap(type -> type.master().stream())
                .filter(link -> link.target().equals(master.name()))
                .sorted(Comparator.comparing(Link::from))
                .toList();
    }

    private static void say(Row row, List<?> named, List<String> said) {
        said.add(row.type().name() + " " + row.id());
        row.type().fields().stream()
                .filter(field -> covers(named, field))
                .sorted(Comparator.comparing(Field::name))
                .forEach(field -> said.add(field.name() + "=" + row.value(field)));
    }
}
