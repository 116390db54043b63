package io.hemai.shaping;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Refusal;
import io.hemai.web.JsonBody;
import io.hemai.web.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the company made of Hemai as one text, for administrators: to read, to keep, and to take over elsewhere. */
@RestController
@RequestMapping("/api/v1/meta/configuration")
class ConfigurationController {
    private final Configuration configuration;
    private final MetaDesk desk;

    ConfigurationController(Configuration configuration, MetaDesk desk) {
        this.configuration = configuration;
        this.desk = desk;
    }

    @GetMapping
    @RequiresScope(Scope.META_READ)
    Map<String, Object> text(Parameters parameters) {
        parameters.only();
        desk.author();
        return Map.of("text", configuration.text());
    }

    @PostMapping("/preview")
    @RequiresScope(Scope.META_WRITE)
    Map<String, Object> preview(@RequestBody JsonBody body, Parameters parameters) {
        parameters.only();
        desk.author();
        return told(configuration.differences(said(body)));
    }

    @PostMapping
    @RequiresScope(Scope.META_WRITE)
    Map<String, Object> bringIn(@RequestBody JsonBody body, Parameters parameters) {
        parameters.only();
        desk.author();
        return told(configuration.bringIn(said(body)));
    }

    private static String said(JsonBody body) {
        if (body.object("text").get("text") instanceof String text) {
            return text;
        }
        throw Refusal.ofField("text", KernelError.MISSING, "text");
    }

    private static Map<String, Object> told(List<Configuration.Difference> differences) {
        return Map.of(
                "items",
                differences.stream()
                        .map(difference -> {
                            Map<String, Object> plain = new LinkedHashMap<>();
                            plain.put("section", difference.part().section());
                            plain.put("key", difference.key());
                            plain.put("act", difference.isNew() ? "added" : "changed");
                            plain.put(
                                    "members",
                                    difference.isNew()
                                            ? List.of()
                                            : List.copyOf(difference.changed().keySet()));
                            return plain;
                        })
                        .toList());
    }
}
