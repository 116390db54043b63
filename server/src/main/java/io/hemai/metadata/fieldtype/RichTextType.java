package io.hemai.metadata.fieldtype;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.text.Html;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Text with paragraphs, lists, tables, links and images, as HTML that has been made harmless. */
@Component
public final class RichTextType extends StringType implements HoldsFiles<String> {
    /** Characters with their markup; images are files beside it. */
    private static final int MOST = 100_000;
    /** Deeper than anybody writes; the sanitiser would leave out what is nested some 250 levels deep. */
    private static final int DEEPEST = 100;

    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final String IMAGE = "<img ";
    private static final Pattern OWN_IMAGE = Pattern.compile("src=\"/api/v1/files/([A-Za-z0-9_-]+)");

    @Override
    public String code() {
        return "rich_text";
    }

    /** Markup is no text to compare with; what it says is found by the search. */
    @Override
    public Comparison comparison() {
        return Comparison.PRESENCE;
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.text("contentMediaType", "text/html", "examples", List.of("<p>…</p>"));
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.with(schema(), "maxLength", MOST);
    }

    @Override
    public Coerced<String> coerce(Object raw, ValueContext context) {
        return switch (Texts.block(raw, MOST)) {
            case Coerced.Good<String>(var html)
            when html != null && Html.nesting(html) > DEEPEST -> Coerced.bad(MetadataError.TOO_NESTED, DEEPEST);
            case Coerced.Good<String>(var html)
            when html != null -> visible(Texts.block(Html.sanitised(html), Integer.MAX_VALUE));
            case Coerced<String> other -> other;
        };
    }

    /** The images that it shows. */
    @Override
    public List<RecordId> files(String value) {
        return OWN_IMAGE
                .matcher(value)
                .results()
                .flatMap(image -> RecordId.parse(image.group(1)).stream())
                .toList();
    }

    /** An editor leaves {@code <p></p>} where nothing was typed. */
    private static Coerced<String> visible(Coerced<String> sanitised) {
        return switch (sanitised) {
            case Coerced.Good<String>(var html)
            when html != null && !html.contains(IMAGE) && Html.text(html).isBlank() -> Coerced.good(null);
            case Coerced<String> other -> other;
        };
    }

    /** A cell without markup is plain text; each of its lines becomes a paragraph. */
    @Override
    public Coerced<String> read(String cell, @Nullable String format, ValueContext context) {
        return coerce(MARKUP.matcher(cell).find() ? cell : paragraphs(cell), context);
    }

    private static String paragraphs(String text) {
        return text.lines()
                .map(line -> "<p>" + line.replace("&", "&amp;").replace("<", "&lt;") + "</p>")
                .collect(Collectors.joining());
    }

    @Override
    public String text(String value, ValueContext reader) {
        String text = Html.text(value);
        return text.isBlank() ? "🖼" : text;
    }

    @Override
    public String masked(String value) {
        return "***";
    }
}
