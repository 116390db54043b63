package io.hemai.kernel.text;

import java.util.List;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlTextEscapingMode;

/** How many elements of an HTML document stand in each other; the sanitiser leaves out what is nested deeper than it counts. */
final class Nesting implements HtmlSanitizer.Policy {
    private int open;
    private int deepest;

    int deepest() {
        return deepest;
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
        if (!HtmlTextEscapingMode.isVoidElement(element)) {
            open++;
            deepest = Math.max(deepest, open);
        }
    }

    @Override
    public void closeTag(String element) {
        open--;
    }

    @Override
    public void text(String text) {
        // nothing to count
    }
}
