package io.hemai.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>报价<b>含税</b></p><ul><li>一</li><li>二</li></ul>",
                "<table><tbody><tr><td colspan=\"2\">合计</td></tr></tbody></table>",
                "<img src=\"/api/v1/files/0198f/photo.png\" alt=\"现场\" width=\"300\" />",
                "<p style=\"text-align:center\">居中</p>"
            })
    void keepsWhatEditorsWrite(String html) {
        assertThat(Html.sanitised(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"https://evil.example/pixel.png\">",
                "<img src=\"/api/v1/files/../session\">",
                "<img src=\"//evil.example/api/v1/files/1\">",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"&#106;avascript:alert(1)\">x</a>",
                "<p onclick=\"alert(1)\" style=\"background:url(javascript:alert(1))\">x</p>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<svg><script>alert(1)</script></svg>",
                "<form action=\"/api/v1/session\"><input name=\"login\"></form>"
            })
    void dropsWhatCouldHarm(String html) {
        assertThat(Html.sanitised(html))
                .doesNotContainIgnoringCase("script", "evil", "onerror", "onclick", "url(", "<img", "<form", "session");
    }

    @Test
    void linksDoNotLeakTheOpener() {
        assertThat(Html.sanitised("<a href=\"https://example.com/\">官网</a>"))
                .contains("href=\"https://example.com/\"")
                .contains("noopener");
    }

    @Test
    void plainTextKeepsTheLines() {
        String html = "<h1>会议纪要</h1><p>参加：王芳 &amp; <b>李</b>雷</p><script>x()</script><ul><li>报价</li><li>合同</li></ul>";
        assertThat(Html.text(html)).isEqualTo("会议纪要\n参加：王芳 & 李雷\n报价\n合同");
        assertThat(Html.text("<table><tr><td>甲</td><td>乙</td></tr></table>")).isEqualTo("甲 乙");
    }
}
