package io.hemai.shaping;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.custom.Author;
import io.hemai.metadata.custom.CompanyRule;
import io.hemai.metadata.custom.CustomRules;
import io.hemai.metadata.custom.ShapingError;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.web.JsonBody;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The conditions under which records are refused, over HTTP, for those who shape objects. */
@RestController
@RequestMapping("/api/v1/meta/objects/{object}/rules")
class RulesController {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private final MetaDesk desk;
    private final CustomRules rules;
    private final FormulaRights formulas;
    private final Metadata metadata;

    RulesController(MetaDesk desk, CustomRules rules, FormulaRights formulas, Metadata metadata) {
        this.desk = desk;
        this.rules = rules;
        this.formulas = formulas;
        this.metadata = metadata;
    }

    @GetMapping
    @RequiresScope(Scope.META_READ)
    Map<String, Object> list(@PathVariable String object) {
        desk.author();
        return Map.of("items", of(object).stream().map(RulesController::plain).toList());
    }

    @PostMapping
    @RequiresScope(Scope.META_WRITE)
    ResponseEntity<Map<String, Object>> add(@PathVariable String object, @RequestBody JsonBody body) {
        Author author = desk.author();
        formulas.require(object, body.object());
        UUID id = rules.add(object, body.object(), author);
        CompanyRule rule = one(object, id);
        return ResponseEntity.created(URI.create("/api/v1/meta/objects/" + object + "/rules/" + id))
                .eTag(tag(rule))
                .body(plain(rule));
    }

    @PatchMapping("/{rule}")
    @RequiresScope(Scope.META_WRITE)
    ResponseEntity<Map<String, Object>> change(
            @PathVariable String object,
            @PathVariable String rule,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody JsonBody body) {
        Author author = desk.author();
        UUID id = id(object, rule);
        long version = version(match);
        formulas.require(object, body.object());
        rules.change(object, id, version, body.object(), author);
        CompanyRule changed = one(object, id);
        return ResponseEntity.ok().eTag(tag(changed)).body(plain(changed));
    }

    @DeleteMapping("/{rule}")
    @RequiresScope(Scope.META_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String object,
            @PathVariable String rule,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match) {
        Author author = desk.author();
        rules.delete(object, id(object, rule), version(match), author);
    }

    private List<CompanyRule> of(String object) {
        metadata.current().require(object);
        return rules.of(CurrentTenant.get(), object);
    }

    private CompanyRule one(String object, UUID id) {
        return of(object).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.of(ShapingError.NO_RULE, object, id));
    }

    private static UUID id(String object, String rule) {
        try {
            return UUID.fromString(rule);
        } catch (IllegalArgumentException none) {
            throw Refusal.of(ShapingError.NO_RULE, object, rule);
        }
    }

    private static long version(@Nullable String match) {
        if (match == null || match.isBlank()) {
            throw Refusal.of(ShapingError.RULE_VERSION_REQUIRED);
        }
        Matcher tag = TAG.matcher(match.strip());
        if (!tag.matches()) {
            throw Refusal.ofField(HttpHeaders.IF_MATCH, ShapingError.RULE_VERSION_INVALID, match);
        }
        return Long.parseLong(tag.group(1));
    }

    private static String tag(CompanyRule rule) {
        return "\"" + rule.version() + "\"";
    }

    private static Map<String, Object> plain(CompanyRule rule) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", rule.id().toString());
        plain.put("version", rule.version());
        plain.put("name", rule.text().name());
        plain.put("formula", rule.text().formula());
        plain.put("message", rule.text().message().sorted());
        ObjectDescriptions.put(plain, "field", rule.text().field());
        plain.put("active", rule.active());
        return plain;
    }
}
