package io.hemai.testing;

import io.hemai.identity.OpenTo;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Label;
import io.hemai.kernel.Problems;
import io.hemai.web.JsonBody;
import io.hemai.web.Parameters;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes that fail in every way, for tests of how failures are answered. */
@TestComponent
@RestController
@RequestMapping("/api/v1/public/probe")
@OpenTo(OpenTo.Who.ANYBODY)
public class Probe {
    private final DSLContext db;
    private volatile Supplier<?> work = () -> true;

    Probe(DSLContext db) {
        this.db = db;
    }

    /** A body with members of several types. */
    public record Body(
            @Nullable String name,
            @Nullable Integer count,
            @Nullable Boolean open,
            @Nullable Inner inner) {
        /** A nested one. */
        public record Inner(String closeDate) {}
    }

    /** What {@code /work} does from now on, in the thread of its request. */
    public void onWork(Supplier<?> work) {
        this.work = work;
    }

    @GetMapping("/work")
    Map<String, Object> work() {
        return Map.of("done", work.get());
    }

    @GetMapping("/unexpected")
    Map<String, Object> unexpected() {
        throw new IllegalStateException("secret: select password from nowhere");
    }

    @GetMapping("/sqlstate/{state}")
    Map<String, Object> sqlState(@PathVariable String state) {
        db.execute("do $$ begin raise sqlstate '" + state + "'; end $$");
        return Map.of();
    }

    @GetMapping("/several")
    Map<String, Object> several() {
        Problems problems = new Problems();
        problems.add("name", KernelError.MISSING, Label.of("名称", "Name"));
        problems.add("count", KernelError.WRONG_TYPE, "count");
        problems.refuseIfAny();
        return Map.of();
    }

    @PostMapping("/record")
    Body typed(@RequestBody Body body) {
        return body;
    }

    @PostMapping("/json")
    Map<String, Object> json(@RequestBody JsonBody body) {
        return body.object();
    }

    @GetMapping("/parameters")
    Map<String, Object> parameters(Parameters parameters) {
        parameters.only("limit", "filter", "fields", "exact");
        return Map.of(
                "limit", parameters.integer("limit", 50, 1, 200),
                "fields", parameters.list("fields"),
                "exact", parameters.flag("exact"),
                "filter", parameters.json("filter").map(JsonBody::object).orElse(Map.of()));
    }

    @GetMapping("/declared")
    Map<String, Object> declared(@RequestParam int page, @RequestParam(name = "q", required = false) String text) {
        return Map.of("page", page);
    }
}
