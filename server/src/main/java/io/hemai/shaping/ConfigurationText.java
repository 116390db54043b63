package io.hemai.shaping;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.custom.ShapingError;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Writes and reads plain JSON as YAML: without references, dates or types of its own, so that it means what it looks like. */
final class ConfigurationText {
    private static final int LONGEST = 2_000_000;
    private static final int DEEPEST = 40;

    private ConfigurationText() {}

    /** Truths, numbers and nothing are what they are in JSON; all else is text. */
    private static final class Plain extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]{0,17})"), "-0123456789");
            addImplicitResolver(Tag.FLOAT, Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,17}"), "-0123456789");
            addImplicitResolver(Tag.NULL, Pattern.compile("null|"), "n\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }

    private static Yaml yaml() {
        LoaderOptions reading = new LoaderOptions();
        reading.setAllowDuplicateKeys(false);
        reading.setMaxAliasesForCollections(0);
        reading.setNestingDepthLimit(DEEPEST);
        reading.setCodePointLimit(LONGEST);
        DumperOptions writing = new DumperOptions();
        writing.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        writing.setAllowUnicode(true);
        writing.setWidth(120);
        writing.setSplitLines(false);
        writing.setDereferenceAliases(true);
        return new Yaml(new SafeConstructor(reading), new Representer(writing), writing, reading, new Plain());
    }

    static String write(Map<String, ?> plain) {
        return yaml().dump(plain);
    }

    /** What the text says; refuses what is no YAML, and no object, with the place. */
    static Map<String, @Nullable Object> read(String text) {
        Object said;
        try {
            yaml().parse(new StringReader(text)).forEach(ConfigurationText::requirePlain);
            said = yaml().load(text);
        } catch (MarkedYAMLException wrong) {
            int line =
                    wrong.getProblemMark() == null ? 1 : wrong.getProblemMark().getLine() + 1;
            throw Refusal.ofField("text", ShapingError.TEXT_UNREADABLE, line);
        } catch (YAMLException wrong) {
            throw Refusal.ofField("text", ShapingError.TEXT_UNREADABLE, 1);
        }
        if (plain(said) instanceof Map<?, ?> members) {
            return members(members);
        }
        throw Refusal.ofField("text", ShapingError.TEXT_UNREADABLE, 1);
    }

    /** A text that is short and means a long one, or something of another type, is none of ours. */
    private static void requirePlain(Event event) {
        boolean tagged = (event instanceof ScalarEvent scalar && scalar.getTag() != null)
                || (event instanceof CollectionStartEvent several && several.getTag() != null);
        if (tagged || (event instanceof NodeEvent node && node.getAnchor() != null)) {
            throw Refusal.ofField(
                    "text", ShapingError.TEXT_UNREADABLE, event.getStartMark().getLine() + 1);
        }
    }

    /** The members of an object; empty when it is none. */
    static Map<String, @Nullable Object> members(@Nullable Object said) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (said instanceof Map<?, ?> several) {
            several.forEach((name, value) -> members.put(String.valueOf(name), value));
        }
        return members;
    }

    private static @Nullable Object plain(@Nullable Object said) {
        return switch (said) {
            case Map<?, ?> several -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                several.forEach((name, value) -> members.put(String.valueOf(name), plain(value)));
                yield members;
            }
            case List<?> several ->
                several.stream().map(ConfigurationText::plain).toList();
            case null -> null;
            default -> said;
        };
    }
}
