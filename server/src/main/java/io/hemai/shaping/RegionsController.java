package io.hemai.shaping;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.WhileViewing;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Label;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.china.Region;
import io.hemai.kernel.china.Regions;
import io.hemai.web.Parameters;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** China's regions as the tree that region fields choose from, one level at a time, or as far as it is searched for. */
@RestController
class RegionsController {
    private static final String PARENT = "parent";
    private static final String NAMED = "named";
    private static final int MOST_NAMED = 50;
    /** They change with a release only. */
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(1)).cachePrivate();

    /** Provinces without a parent, else what lies directly within it; those of a name, with all that they lie in. */
    @GetMapping("/api/v1/meta/regions")
    @WhileViewing
    @RequiresScope(Scope.META_READ)
    ResponseEntity<Map<String, Object>> regions(Parameters parameters) {
        parameters.only(PARENT, NAMED);
        String parent = parameters.text(PARENT).orElse("");
        if (!parent.isEmpty() && Regions.byCode(parent).isEmpty()) {
            throw Refusal.ofField(PARENT, KernelError.INVALID_PARAMETER, PARENT, parent);
        }
        List<Map<String, Object>> items =
                parameters.text(NAMED).map(RegionsController::named).orElseGet(() -> Regions.children(parent)).stream()
                        .map(RegionsController::shown)
                        .toList();
        return ResponseEntity.ok().cacheControl(KEPT).body(Map.of("items", items));
    }

    private static List<Region> named(String text) {
        return Regions.named(text, MOST_NAMED).stream()
                .flatMap(region -> Regions.path(region.code()).stream())
                .distinct()
                .sorted(Comparator.comparing(Region::code))
                .toList();
    }

    private static Map<String, Object> shown(Region region) {
        return Map.of(
                "code",
                region.code(),
                "label",
                Label.of(region.name(), region.english()).sorted(),
                "children",
                !Regions.children(region.code()).isEmpty());
    }
}
