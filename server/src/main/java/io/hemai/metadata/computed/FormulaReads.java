package io.hemai.metadata.computed;

import io.hemai.formula.Formula;
import io.hemai.formula.Path;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which fields a formula reads, on its ways over links too. */
public final class FormulaReads {
    private FormulaReads() {}

    /** A field of an object. */
    public record Read(ObjectType type, Field<?> field) {
        /** As {@code object.field}. */
        public String name() {
            return type.name() + "." + field.name();
        }
    }

    /** Each field once, in the order of the paths. */
    public static List<Read> of(ObjectTypes all, ObjectType type, Formula formula) {
        List<Read> reads = new ArrayList<>();
        for (Path path : formula.dependencies().paths()) {
            Optional<ObjectType> at = Optional.of(type);
            for (String name : path.names()) {
                Optional<ObjectType> here = at;
                here.flatMap(t -> t.field(name)).ifPresent(field -> reads.add(new Read(here.orElseThrow(), field)));
                at = here.flatMap(t -> t.link(name)).flatMap(link -> all.find(link.target()));
            }
        }
        return reads.stream().distinct().toList();
    }

    /** The same by name, as {@code object.field}. */
    public static List<String> names(ObjectTypes all, ObjectType type, Formula formula) {
        return of(all, type, formula).stream().map(Read::name).sorted().toList();
    }
}
