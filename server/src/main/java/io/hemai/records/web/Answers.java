package io.hemai.records.web;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.Scope;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectTrait;
import io.hemai.records.Change;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers that carry one record with its version, or an output as JSON. */
@Component
class Answers {
    private final PageJson pages;
    private final Gate gate;
    private final JsonMapper json;

    Answers(PageJson pages, Gate gate, JsonMapper json) {
        this.pages = pages;
        this.gate = gate;
        this.json = json;
    }

    /** The id in an address; what cannot be an id is not found. */
    static RecordId id(String object, String text) {
        return RecordId.parse(text).orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, object, text));
    }

    /** The record as an act left it. */
    ResponseEntity<byte[]> record(String object, RecordId id) {
        PageJson.One one = pages.one(object, id, List.of());
        return ok(reads() ? one : place(id, one.version(), Map.of()));
    }

    /** The record as the change left it. */
    ResponseEntity<byte[]> changed(Change change) {
        return ok(left(change));
    }

    /** The record with the fields named. */
    ResponseEntity<byte[]> record(String object, RecordId id, List<String> fields) {
        return ok(pages.one(object, id, fields));
    }

    /** The record that was just made. */
    ResponseEntity<byte[]> created(Change change) {
        URI address = URI.create("/api/v1/records/" + change.type().name() + "/" + change.id());
        return answered(ResponseEntity.created(address), left(change));
    }

    private static ResponseEntity<byte[]> ok(PageJson.One one) {
        return answered(ResponseEntity.ok(), one);
    }

    private static ResponseEntity<byte[]> answered(ResponseEntity.BodyBuilder answer, PageJson.One one) {
        return answer.eTag(Versions.tag(one.version()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(one.json());
    }

    /** Who gave the record away and may not read it any more learns no more of it than whose it is, if owners are for them to see. */
    private PageJson.One left(Change change) {
        Row row = change.row();
        Rights rights = gate.rights(Acting.who(), change.type());
        Optional<PageJson.One> found = rights.read().equals(Filter.none())
                ? Optional.empty()
                : pages.found(change.type().name(), change.id(), List.of());
        if (found.isPresent()) {
            return reads() ? found.get() : place(row.id(), row.version(), Map.of());
        }
        boolean ownerIsSeen = change.type().is(ObjectTrait.OWNED) && rights.sees(CommonFields.OWNER);
        RecordId owner = ownerIsSeen ? row.value(CommonFields.OWNER) : null;
        return place(row.id(), row.version(), owner == null ? Map.of() : Map.of("owner", owner));
    }

    private PageJson.One place(RecordId id, long version, Map<String, Object> more) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("id", id);
        place.put("version", version);
        place.putAll(more);
        return new PageJson.One(json.writeValueAsBytes(place), version);
    }

    /** A token that is for writing only is told nothing that it did not write. */
    private static boolean reads() {
        return Acting.user()
                .map(user -> user.scopes().contains(Scope.RECORDS_READ))
                .orElse(true);
    }

    /** Any value. */
    ResponseEntity<byte[]> json(Object value) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(value));
    }
}
