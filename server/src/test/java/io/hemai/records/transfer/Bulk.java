package io.hemai.records.transfer;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A bulk act as a client sends it. */
public final class Bulk {
    private final String object;
    private final Map<String, @Nullable Object> body = new LinkedHashMap<>();

    private Bulk(String object) {
        this.object = object;
    }

    static Bulk of(String object) {
        return new Bulk(object);
    }

    /** About the records whose names begin so. */
    static Bulk named(String object, String start, int expected) {
        return of(object)
                .with("filter", Map.of("field", "name", "op", "starts_with", "value", start))
                .with("expected", expected);
    }

    public static Bulk ids(String object, List<String> ids) {
        return of(object).with("ids", ids);
    }

    Bulk with(String member, Object value) {
        body.put(member, value);
        return this;
    }

    public Bulk set(String field, @Nullable Object value) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(field, value);
        return with("set", values);
    }

    Bulk verb(String verb, Map<String, Object> input) {
        return with("verb", verb).with("input", input);
    }

    /** Sends it. */
    Answer to(Api api) {
        return api.post("/records/" + object + "/bulk", body);
    }

    /** Sends it and answers where it stands. */
    String started(Api api) {
        return "/bulk/" + to(api).expect(202).text("id");
    }

    /** Sends it and waits for the end. */
    public Answer done(Api api) throws InterruptedException {
        return Upload.awaited(api, started(api));
    }

    /** Takes an act back and waits for the end. */
    public static Answer undone(Api api, String path) throws InterruptedException {
        api.post(path + "/undo", Map.of()).expect(202);
        return Upload.awaited(api, path);
    }

    /** Makes records in one batch; their ids. */
    static List<String> made(Api api, String object, int count, IntFunction<Map<String, Object>> values) {
        return api.post(
                        "/records/" + object + "/batch?duplicates=allow",
                        Map.of(
                                "create",
                                IntStream.range(0, count).mapToObj(values).toList()))
                .expect(200)
                .at("/results")
                .valueStream()
                .map(result -> result.at("/id").asString())
                .toList();
    }
}
