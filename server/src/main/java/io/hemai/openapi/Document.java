package io.hemai.openapi;

import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.Wording;
import io.hemai.records.verb.Verbs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The description of the API for who asks: the routes there are, and for each object that the reader knows routes and schemas of
 * its own. It is made anew each time, from what is in memory, so it is never behind the objects and rights it tells of.
 */
@Component
class Document {
    private final Routes routes;
    private final Descriptions descriptions;
    private final Metadata metadata;
    private final Gate gate;
    private final Verbs verbs;
    private final Wording wording;

    Document(Routes routes, Descriptions descriptions, Metadata metadata, Gate gate, Verbs verbs, Wording wording) {
        this.routes = routes;
        this.descriptions = descriptions;
        this.metadata = metadata;
        this.gate = gate;
        this.verbs = verbs;
        this.wording = wording;
    }

    /** The document in the reader's language, with what who acts may know. */
    Map<String, Object> in(Locale reader) {
        ObjectTypes all = metadata.current();
        List<Known> known = all.all().stream()
                .map(type -> new Known(type, gate.rights(Acting.who(), type)))
                .filter(Known::any)
                .toList();
        Draft draft = new Draft(descriptions, wording, reader, known);
        List<Routes.Route> found = routes.all();
        found.forEach(draft::general);
        known.forEach(object -> draft.object(object, found, verbs.of(object.type())));
        return draft.document();
    }
}
