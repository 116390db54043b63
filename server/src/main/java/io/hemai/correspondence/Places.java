package io.hemai.correspondence;

import io.hemai.kernel.text.Template;

/** The places for values in rich text. */
final class Places {
    /** What the sanitiser makes of two braces, which templates of browsers might otherwise take for theirs. */
    private static final String KEPT_APART = "{<!-- -->{";

    private Places() {}

    static Template in(String html) {
        return Template.of(html.replace(KEPT_APART, "{{"));
    }
}
