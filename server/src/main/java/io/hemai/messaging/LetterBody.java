package io.hemai.messaging;

import io.hemai.kernel.text.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** What a mail says, in parts, each of which is told alike as text and as HTML; texts are never read as HTML. */
public final class LetterBody {
    private final List<Part> parts = new ArrayList<>();

    private record Part(String text, String html) {}

    /** A line that says what follows. */
    public LetterBody heading(String words) {
        return add(words, "<h2>" + escaped(words) + "</h2>");
    }

    /** A paragraph; its lines stay lines. */
    public LetterBody words(String words) {
        return add(words, "<p>" + escaped(words) + "</p>");
    }

    /** Words that lead somewhere. */
    public LetterBody link(String words, String address) {
        return add(
                words + "\n" + address,
                "<p><a href=\"" + HtmlUtils.htmlEscape(address, "UTF-8") + "\">" + escaped(words) + "</a></p>");
    }

    /** A line between what does not belong together. */
    public LetterBody line() {
        return add("---", "<hr>");
    }

    private LetterBody add(String text, String html) {
        parts.add(new Part(text, html));
        return this;
    }

    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8").replace("\n", "<br>");
    }

    String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining("\n\n")) + "\n";
    }

    /** A whole page, which looks well on light and on dark; mail programs know no more than this of style sheets. */
    String html(Locale language, String from) {
        String said = Html.sanitised(parts.stream().map(Part::html).collect(Collectors.joining("\n")));
        return PAGE.replace("LANGUAGE", language.toLanguageTag())
                .replace("FROM", escaped(from))
                .replace("SAID", said);
    }

    private static final String PAGE = """
            <!doctype html>
            <html lang="LANGUAGE">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <style>
            body { margin: 0; padding: 24px 12px; background: #F7F8FA; color: #1B1F26;
              font: 14px/22px Inter, "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; }
            .sheet { max-width: 560px; margin: 0 auto; padding: 24px; background: #FFFFFF; border: 1px solid #E6E8EC;
              border-radius: 8px; overflow-wrap: anywhere; }
            .from { margin-bottom: 16px; color: #5B6472; font-size: 12px; line-height: 16px; }
            h2 { margin: 16px 0 4px; font-size: 15px; line-height: 22px; font-weight: 600; }
            p { margin: 0 0 8px; }
            a { color: #0B7A63; }
            hr { margin: 16px 0; border: 0; border-top: 1px solid #E6E8EC; }
            @media (prefers-color-scheme: dark) {
              body { background: #0F1215; color: #E8EAED; }
              .sheet { background: #16191E; border-color: #2A2F37; }
              .from { color: #A6AEBA; }
              a { color: #3DBE9F; }
              hr { border-top-color: #2A2F37; }
            }
            </style>
            </head>
            <body>
            <div class="sheet">
            <div class="from">FROM</div>
            SAID
            </div>
            </body>
            </html>
            """;
}
