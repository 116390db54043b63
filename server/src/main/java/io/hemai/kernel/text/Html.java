package io.hemai.kernel.text;

import java.util.List;
import java.util.regex.Pattern;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.PolicyFactory;

/** The one sanitiser of rich text, and the way from rich text to plain. */
public final class Html {
    private static final Pattern OWN_FILE = Pattern.compile("/api/v1/files/[A-Za-z0-9_-]+(/[A-Za-z0-9._-]+)?");
    private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,4}");

    private static final PolicyFactory RICH_TEXT = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "div", "span", "h1", "h2", "h3", "h4", "blockquote", "pre", "code")
            .allowElements("b", "strong", "i", "em", "u", "s", "del", "sub", "sup", "mark")
            .allowElements("ul", "ol", "li", "a", "img")
            .allowElements("table", "thead", "tbody", "tr", "th", "td")
            .allowStandardUrlProtocols()
            .allowUrlProtocols("tel")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .allowAttributes("src")
            .matching(OWN_FILE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(SMALL_NUMBER)
            .onElements("img")
            .allowAttributes("colspan", "rowspan")
            .matching(SMALL_NUMBER)
            .onElements("td", "th")
            .allowAttributes("start")
            .matching(SMALL_NUMBER)
            .onElements("ol")
            .allowStyling(CssSchema.withProperties(
                    List.of("color", "background-color", "text-align", "font-weight", "font-style", "text-decoration")))
            .toFactory();

    private Html() {}

    /** Keeps paragraphs, lists, tables, links, basic styles and images from our own file store; drops all else. */
    public static String sanitised(String html) {
        return RICH_TEXT.sanitize(html);
    }

    /** How many elements stand in each other at most. */
    public static int nesting(String html) {
        Nesting nesting = new Nesting();
        HtmlSanitizer.sanitize(html, nesting);
        return nesting.deepest();
    }

    /** What a reader would see, blocks on lines of their own; for search and previews, never to be shown as HTML. */
    public static String text(String html) {
        PlainText plain = new PlainText();
        HtmlSanitizer.sanitize(html, plain);
        return plain.text();
    }
}
