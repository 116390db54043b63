package io.hemai.shaping;

import io.hemai.formula.Fault;
import io.hemai.formula.Fold;
import io.hemai.formula.Formula;
import io.hemai.formula.Function;
import io.hemai.formula.Functions;
import io.hemai.formula.Type;
import io.hemai.identity.Acting;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Label;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.Worded;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Wording;
import io.hemai.metadata.computed.FormulaReads;
import io.hemai.metadata.computed.FormulaTypes;
import io.hemai.web.JsonBody;
import io.hemai.web.ProblemTexts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an editor of formulas asks: whether one is sound, and what functions there are. */
@RestController
@RequestMapping("/api/v1/meta")
class FormulaController {
    private final MetaDesk desk;
    private final Metadata metadata;
    private final FormulaRights rights;
    private final ProblemTexts texts;
    private final Wording wording;

    FormulaController(MetaDesk desk, Metadata metadata, FormulaRights rights, ProblemTexts texts, Wording wording) {
        this.desk = desk;
        this.metadata = metadata;
        this.rights = rights;
        this.texts = texts;
        this.wording = wording;
    }

    @PostMapping("/objects/{object}/formula")
    @RequiresScope(Scope.META_READ)
    Map<String, Object> check(@PathVariable String object, @RequestBody JsonBody body) {
        desk.author();
        ObjectType type = metadata.current().require(object);
        if (!(body.object("formula").get("formula") instanceof String text)) {
            throw Refusal.ofField("formula", KernelError.MISSING, "formula");
        }
        Map<String, Object> plain = new LinkedHashMap<>();
        switch (Formula.read(text, rights.scope(type))) {
            case Formula.Good(var formula) -> good(formula, type, plain);
            case Formula.Bad(var faults) ->
                plain.put("errors", faults.stream().map(this::plain).toList());
        }
        return plain;
    }

    private void good(Formula formula, ObjectType type, Map<String, Object> plain) {
        plain.put("type", code(formula.type()));
        ObjectDescriptions.put(
                plain, "field_type", FormulaTypes.holding(formula.type()).orElse(null));
        plain.put("printed", formula.printed());
        plain.put("reads", FormulaReads.names(metadata.current(), type, formula));
        plain.put(
                "needs_consent",
                rights.withheld(type, formula).stream().map(Label::sorted).toList());
        plain.put("errors", List.of());
    }

    private static String code(Type type) {
        return switch (type) {
            case Type.Choice choice -> "choice";
            case Type.Link link -> "link";
            case Type.Plain plain -> plain.name().toLowerCase(Locale.ROOT);
        };
    }

    private Map<String, Object> plain(Fault fault) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("code", fault.code().code());
        plain.put(
                "message", texts.message(fault.problem("formula"), Acting.who().locale()));
        plain.put("start", fault.at().start());
        plain.put("end", fault.at().end());
        return plain;
    }

    @GetMapping("/formula_functions")
    @RequiresScope(Scope.META_READ)
    Map<String, Object> functions() {
        return Map.of(
                "items",
                Stream.concat(
                                Functions.all().stream().map(this::plain),
                                Arrays.stream(Fold.values()).map(this::plain))
                        .toList());
    }

    private Map<String, Object> plain(Function function) {
        return described(function.names(), function.example(), function.description(), false);
    }

    private Map<String, Object> plain(Fold fold) {
        return described(fold.names(), fold.example(), fold.description(), true);
    }

    private Map<String, Object> described(List<String> names, String example, Worded description, boolean related) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", names.getFirst());
        plain.put("also", names.subList(1, names.size()));
        plain.put("example", example);
        plain.put("description", wording.label(description.key()).sorted());
        plain.put("related", related);
        return plain;
    }
}
