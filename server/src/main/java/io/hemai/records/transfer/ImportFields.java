package io.hemai.records.transfer;

import io.hemai.access.AdminAbility;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ValueContext;
import io.hemai.records.RecordsError;
import io.hemai.records.transfer.file.Table;
import java.util.List;

/** What an import works with for as long as rights and fields stay as they are. */
record ImportFields(ObjectType type, Matching matching, CellReader reader, LinkFiller links, ImportChunk chunk) {
    /** As rights and fields are now; a refusal when who acts may not import any more. */
    static ImportFields now(
            RunContext with, String object, ImportSettings settings, Table table, Notes notes, EarlierRows earlier) {
        ObjectType type = with.metadata().current().require(object);
        List<Target> targets = Target.of(type, table.header(), settings.mapping());
        Rights rights = with.gate().rights(Acting.who(), type);
        boolean past = settings.past() && with.gate().may(Acting.who(), AdminAbility.IMPORTS_HISTORY);
        boolean lost =
                settings.past() && !past && targets.stream().map(Target::field).anyMatch(Fillable::isOfThePast);
        boolean creates = settings.mode() == ImportMode.UPDATE || rights.create();
        if (!rights.imports() || !creates || lost) {
            throw Refusal.of(RecordsError.NOT_PERMITTED, type.name());
        }
        List<Field<?>> by =
                settings.match().stream().<Field<?>>map(type::requireField).toList();
        ValueContext context = with.contexts().current();
        Matching matching = new Matching(type, by, settings.mode(), with.lookup(), earlier);
        CellReader reader = new CellReader(
                targets, settings.mapping().unmentioned(table.header().names()), context);
        LinkFiller links = new LinkFiller(type, with, context, notes, earlier);
        ImportChunk chunk = new ImportChunk(type, settings, matching, targets, with, earlier.repeated(), past);
        return new ImportFields(type, matching, reader, links, chunk);
    }
}
