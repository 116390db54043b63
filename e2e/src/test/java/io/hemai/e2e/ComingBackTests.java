package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who opens something far down a page and comes back is where they were. */
@ExtendWith(Browser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComingBackTests {
    private static final String FILTER =
            "&filter=" + "%7B%22field%22%3A%22company%22%2C%22op%22%3A%22eq%22%2C%22value%22%3A%22来回厂%22%7D";
    private static final String LIST = "/lead?view=all&sort=name" + FILTER;

    @BeforeAll
    void leads(Browser browser) {
        browser.screen(Look.DESK)
                .signIn(App.ADMIN)
                .post(
                        "records/lead/batch?duplicates=allow",
                        Map.of(
                                "create",
                                IntStream.range(0, 150)
                                        .mapToObj(n -> Map.of("name", "来回%03d".formatted(n), "company", "来回厂"))
                                        .toList()));
    }

    private static Locator lead(Page page, String name) {
        return page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void isOpen(Page page, String name) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(name);
    }

    @Test
    void toTheRowOfAList(Browser browser) {
        Screen screen = browser.screen(Look.DESK);
        screen.signIn(App.ADMIN);
        Page page = screen.open(LIST).page();
        assertThat(lead(page, "来回003")).isVisible();
        page.mouse().move(700, 500);
        for (int turn = 0; turn < 20 && !lead(page, "来回110").isVisible(); turn++) {
            page.mouse().wheel(0, 400);
            page.waitForTimeout(100);
        }
        Locator opened = lead(page, "来回110");
        opened.scrollIntoViewIfNeeded();
        double before = opened.boundingBox().y;
        opened.click();
        isOpen(page, "来回110");
        page.goBack();
        assertThat(opened).isVisible();
        assertThat(opened.boundingBox().y).isEqualTo(before);

        // the page's own way back leads there as well
        opened.click();
        isOpen(page, "来回110");
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("线索"))
                .first()
                .click();
        assertThat(opened).isVisible();
        assertThat(opened.boundingBox().y).isEqualTo(before);

        // the keyboard is where it was, too
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        isOpen(page, "来回111");
    }

    @Test
    void toThePlaceInAPage(Browser browser) {
        Screen screen = browser.screen(Look.PHONE);
        screen.signIn(App.ADMIN);
        Page page = screen.open("/today").page();
        Locator line = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^来回\\d+")))
                .nth(30);
        String name = line.textContent();
        line.scrollIntoViewIfNeeded();
        double before = line.boundingBox().y;
        line.click();
        isOpen(page, name);
        assertThat(page.locator("#content").evaluate("it => it.scrollTop")).isEqualTo(0);
        page.goBack();
        assertThat(line).hasText(name);
        page.waitForCondition(() -> Math.abs(line.boundingBox().y - before) < 1);
    }

    @Test
    void toWhatAnAddressShowsBesideAList(Browser browser) {
        Screen screen = browser.screen(Look.DESK);
        Api api = screen.signIn(App.ADMIN);
        String id = api.create("lead", "{\"name\":\"旁看甲\",\"company\":\"旁看厂\"}");
        Page page = screen.open("/opportunity?peek=lead/" + id).page();
        assertThat(page.locator("[data-peek]")).containsText("旁看甲");
    }
}
