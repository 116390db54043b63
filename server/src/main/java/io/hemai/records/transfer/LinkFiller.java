package io.hemai.records.transfer;

import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.ValueContext;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Gives the rows of an import the records that their links mean. */
final class LinkFiller {
    private final ObjectType type;
    private final Metadata metadata;
    private final Lookup lookup;
    private final Gate gate;
    private final ValueContext context;
    private final Notes notes;
    private final EarlierRows earlier;
    private final Map<String, LinkResolver> resolvers = new HashMap<>();

    /**
     * @param type the object that is imported
     */
    LinkFiller(ObjectType type, RunContext with, ValueContext context, Notes notes, EarlierRows earlier) {
        this.type = type;
        this.metadata = with.metadata();
        this.lookup = with.lookup();
        this.gate = with.gate();
        this.context = context;
        this.notes = notes;
        this.earlier = earlier;
    }

    /** Fills in what the links of the rows mean, few statements for all. */
    void fill(List<ImportedRow> rows) {
        Map<String, Set<String>> wanted = new HashMap<>();
        for (ImportedRow row : rows) {
            row.links()
                    .forEach((target, text) -> wanted.computeIfAbsent(
                                    link(target).target(), t -> new LinkedHashSet<>())
                            .add(text));
        }
        Map<String, Map<String, LinkResolver.Found>> found = new HashMap<>();
        wanted.forEach((object, texts) -> found.put(object, meanings(object, texts)));
        for (ImportedRow row : rows) {
            row.links().forEach((target, text) -> {
                Map<String, LinkResolver.Found> meanings =
                        Objects.requireNonNull(found.get(link(target).target()));
                fill(row, target, text, Objects.requireNonNull(meanings.get(text)));
            });
        }
    }

    /** An object that the company does not use has no records to be meant. */
    private Map<String, LinkResolver.Found> meanings(String object, Set<String> texts) {
        if (metadata.current().find(object).isPresent()) {
            return resolver(object).find(texts);
        }
        Map<String, LinkResolver.Found> nothing = new HashMap<>();
        texts.forEach(text -> nothing.put(text, new LinkResolver.Found.Nothing()));
        return nothing;
    }

    private void fill(ImportedRow row, Target target, String text, LinkResolver.Found meaning) {
        switch (meaning) {
            case LinkResolver.Found.One(var id) ->
                row.values().put(target.field().name(), id);
            case LinkResolver.Found.Several(var candidates) ->
                row.refuse(target, text, TransferError.LINK_AMBIGUOUS, text, String.join(", ", candidates));
            case LinkResolver.Found.Near(var name) -> {
                if (!later(row, target, text)) {
                    notes.fix(target.column(), text, name);
                    row.refuse(target, text, TransferError.LINK_NEAR, text, name);
                }
            }
            case LinkResolver.Found.Nothing() -> {
                if (!later(row, target, text)) {
                    row.refuse(target, text, TransferError.LINK_UNKNOWN, text, label(target));
                }
            }
        }
    }

    /** A record of the same object may be a later row of the file. */
    private boolean later(ImportedRow row, Target target, String text) {
        boolean waits =
                link(target).target().equals(type.name()) && !target.field().has(Trait.REQUIRED);
        if (waits) {
            row.pending().add(new ImportedRow.Pending(target, text));
        }
        return waits;
    }

    private Object label(Target target) {
        return metadata.current()
                .find(link(target).target())
                .<Object>map(ObjectType::label)
                .orElse(link(target).target());
    }

    /** What finds records of the object. */
    LinkResolver resolver(String object) {
        return resolvers.computeIfAbsent(object, o -> {
            ObjectType target = metadata.current().require(o);
            Set<Long> expected = o.equals(type.name()) ? earlier.expected() : Set.of();
            return new LinkResolver(target, lookup, gate.rights(Acting.who(), target), context, expected);
        });
    }

    private static Link link(Target target) {
        return Objects.requireNonNull(target.link());
    }
}
