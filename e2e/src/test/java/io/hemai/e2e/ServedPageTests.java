package io.hemai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page as a browser takes it: it loads, its policy lets in what it says and nothing else. */
@ExtendWith(Browser.class)
class ServedPageTests {
    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DESK.english().darkened(), Look.PHONE);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void opensWithoutComplaint(Look look, Browser browser) {
        browser.screen(look).open("/").isAccessible().picture("served-" + look.language() + "-" + look.width());
    }

    @Test
    void opensAtEachOfItsAddresses(Browser browser) {
        Screen screen = browser.screen(Look.DESK).open("/lead/01a2094f-cf03-773a-8b84-d84cc3d6ded0");

        assertThat(screen.page().title()).isNotBlank();
    }

    @Test
    void stylesWithTheNonceApplyAndOthersDoNot(Browser browser) {
        Screen screen = browser.screen(Look.DESK).open("/");

        assertThat(widthBy(screen.page(), "document.querySelector('meta[name=csp-nonce]').content"))
                .isEqualTo("11px");
        assertThat(screen.complaints()).isEmpty();
        assertThat(widthBy(screen.page(), "'guessed'")).isNotEqualTo("11px");
        assertThat(screen.complaints()).singleElement().asString().contains("Content Security Policy", "style-src");
    }

    /** The outline of the page, which a style element with the nonce makes 11 pixels wide. */
    private static Object widthBy(Page page, String nonce) {
        return page.evaluate("""
                () => {
                  const style = document.createElement('style');
                  style.nonce = %s;
                  style.textContent = 'html { outline: 11px solid }';
                  document.head.append(style);
                  const width = getComputedStyle(document.documentElement).outlineWidth;
                  style.remove();
                  return width;
                }
                """.formatted(nonce));
    }

    /** Only where the machine has one of the Chinese faces that the styles name. */
    @Test
    void chineseMarksAreAsWideAsItsCharacters(Browser browser) {
        String odd = """
                async () => {
                  await document.fonts.ready;
                  const widthOf = text => {
                    const span = document.body.appendChild(document.createElement('span'));
                    span.textContent = text;
                    const width = span.getBoundingClientRect().width;
                    span.remove();
                    return width;
                  };
                  const character = widthOf('字字字');
                  return [...'“”—…'].filter(mark => Math.abs(widthOf(`字${mark}字`) - character) > 0.5).join('');
                }
                """;
        String hasFace = """
                () => [...document.fonts]
                  .find(face => face.family.includes('Chinese Marks') && face.weight === '100 500')
                  .load()
                  .then(() => true, () => false)
                """;
        Page english = browser.screen(Look.DESK.english()).open("/").page();
        assertThat(english.evaluate(odd)).asString().contains("“”");
        Page chinese = browser.screen(Look.DESK).open("/").page();
        assumeThat(chinese.evaluate(hasFace)).isEqualTo(true);
        assertThat(chinese.evaluate(odd)).isEqualTo("");
    }

    @Test
    void scriptsComeFromFilesOnly(Browser browser) {
        Screen screen = browser.screen(Look.DESK).open("/");

        screen.page().evaluate("""
                () => {
                  const script = document.createElement('script');
                  script.nonce = document.querySelector('meta[name=csp-nonce]').content;
                  script.textContent = 'window.ran = true';
                  document.head.append(script);
                  document.body.insertAdjacentHTML('beforeend', '<img alt="" src="data:," onerror="window.ran = true">');
                }
                """);
        screen.page().waitForTimeout(200);

        assertThat(screen.page().evaluate("() => window.ran === undefined")).isEqualTo(true);
        List<String> complaints = screen.complaints();
        assertThat(complaints)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(said -> assertThat(said).contains("script-src"));
    }
}
