package io.hemai.records.web;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.records.rollup.Reconcile;
import io.hemai.web.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an administrator check the roll-ups. */
@RestController
class ReconcileController {
    private final Reconcile reconcile;
    private final Gate gate;
    private final Answers answers;

    ReconcileController(Reconcile reconcile, Gate gate, Answers answers) {
        this.reconcile = reconcile;
        this.gate = gate;
        this.answers = answers;
    }

    @PostMapping(path = "/api/v1/admin/reconcile", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresScope(Scope.ADMIN)
    ResponseEntity<byte[]> reconcile(Parameters parameters) {
        parameters.only();
        gate.require(AdminAbility.AUDIT);
        return answers.json(Map.of(
                "differences",
                reconcile.run().stream().map(ReconcileController::shown).toList()));
    }

    private static Map<String, @Nullable Object> shown(Reconcile.Difference difference) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("object", difference.object());
        shown.put("id", difference.record().toString());
        shown.put("field", difference.field());
        shown.put("stored", Objects.toString(difference.stored(), null));
        shown.put("computed", Objects.toString(difference.computed(), null));
        return shown;
    }
}
