package io.hemai.workspace;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.WhileViewing;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Refusal;
import io.hemai.web.Parameters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shared lists without what is withheld of them, over HTTP. */
@RestController
class ViewsInPartController {
    private static final String OBJECT = "object";

    private final ViewsInPart views;

    ViewsInPartController(ViewsInPart views) {
        this.views = views;
    }

    @GetMapping("/api/v1/views/in_part")
    @WhileViewing
    @RequiresScope(Scope.RECORDS_READ)
    Map<String, List<Map<String, @Nullable Object>>> inPart(Parameters parameters) {
        parameters.only(OBJECT);
        String object = parameters.text(OBJECT).orElseThrow(() -> Refusal.ofField(OBJECT, KernelError.MISSING, OBJECT));
        return Map.of("items", views.of(object));
    }
}
