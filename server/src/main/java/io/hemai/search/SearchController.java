package io.hemai.search;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.WhileViewing;
import io.hemai.web.Parameters;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The search over everything, over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/search", produces = MediaType.APPLICATION_JSON_VALUE)
class SearchController {
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    /** A record that was found. */
    record Item(String object, String id, String label, Search.Said matched, List<Search.Said> facts) {}

    @GetMapping
    @WhileViewing
    @RequiresScope(Scope.RECORDS_READ)
    Map<String, List<Item>> find(Parameters parameters) {
        parameters.only("q", "limit", "objects");
        List<Search.Hit> hits = search.find(
                parameters.text("q").orElse(""),
                parameters.list("objects"),
                parameters.integer("limit", USUAL, 1, MOST));
        return Map.of("items", hits.stream().map(SearchController::item).toList());
    }

    private static Item item(Search.Hit hit) {
        return new Item(hit.object(), hit.id().toString(), hit.label(), hit.matched(), hit.facts());
    }
}
