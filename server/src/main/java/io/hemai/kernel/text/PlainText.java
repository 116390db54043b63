package io.hemai.kernel.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.owasp.html.HtmlSanitizer;

/** Collects the visible text of an HTML document. */
final class PlainText implements HtmlSanitizer.Policy {
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "code", "del", "em", "font", "i", "img", "ins", "label", "mark", "s", "small", "span",
            "strong", "sub", "sup", "u");
    private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title", "template", "noscript");

    private final StringBuilder seen = new StringBuilder();
    private int unseenDepth;

    /** All lines that have text, each trimmed. */
    String text() {
        return seen.toString()
                .lines()
                .map(line -> line.replaceAll(" +", " ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void openDocument() {
        // nothing to prepare
    }

    @Override
    public void closeDocument() {
        // nothing to finish
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        if (UNSEEN.contains(element)) {
            unseenDepth++;
        }
        separate(element);
    }

    @Override
    public void closeTag(String element) {
        if (UNSEEN.contains(element) && unseenDepth > 0) {
            unseenDepth--;
        }
        separate(element);
    }

    @Override
    public void text(String text) {
        if (unseenDepth == 0) {
            seen.append(text.replaceAll("\\s+", " "));
        }
    }

    private void separate(String element) {
        if (element.equals("td") || element.equals("th")) {
            seen.append(' ');
        } else if (!INLINE.contains(element)) {
            seen.append('\n');
        }
    }
}
