package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.title;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people type, paste and delete breaks nothing: everything is text, long names stay in their place, what is gone is told. */
@ExtendWith(Browser.class)
class GarbageTests {
    private static final String HOSTILE =
            "<script>document.title='hit'</script><img src=x onerror=document.title='hit'>";
    private static final String HEBREW = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd";
    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    private static final int LONGEST = 255;
    private static final int FAR_TOO_LONG = 10_000;

    private static String json(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String lead(Api somebody, String name) {
        String text = json(name);
        return somebody.create(
                "lead",
                "{\"name\":%s,\"company\":%s,\"title\":%s,\"wechat\":%s,\"product_interest\":%s,\"next_step\":%s,\"description\":%s}"
                        .formatted(text, text, text, text, text, text, text));
    }

    /** Nothing is wider than the window, and nobody ran. */
    private static void holds(Page page) {
        assertThat((int) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .as("how far the page sticks out at " + page.url())
                .isLessThanOrEqualTo(0);
        assertThat((int) page.evaluate("() => { const main = document.getElementById('content');"
                        + " return main.scrollWidth - main.clientWidth }"))
                .as("how far the content sticks out at " + page.url())
                .isLessThanOrEqualTo(0);
        assertThat(page.title()).doesNotContain("hit");
    }

    private static void everywhere(Browser browser, Look look, String name) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = lead(somebody, name);
        somebody.post(
                "records/activity",
                "{\"kind\":\"note\",\"subject\":%s,\"body\":%s,\"about\":{\"object\":\"lead\",\"id\":\"%s\"}}"
                        .formatted(json(name), json(name), id));
        somebody.post(
                "records/task",
                "{\"subject\":%s,\"due_at\":\"%s\",\"about\":{\"object\":\"lead\",\"id\":\"%s\"}}"
                        .formatted(json(name), java.time.Instant.now(), id));
        somebody.post("records/favourite", "{\"record\":{\"object\":\"lead\",\"id\":\"%s\"}}".formatted(id));

        Page page = browser.screen(look).signedIn(App.ADMIN).open("/lead/" + id).page();
        assertThat(title(page)).hasText(name);
        assertThat(page.getByRole(AriaRole.LISTITEM).getByText(name).first()).isAttached();
        holds(page);
        // on a phone the facts are a part of their own
        page.navigate("/lead/" + id + "?part=facts");
        button(page, "编辑公司").click();
        page.locator("dd input").fill(name + "！");
        page.keyboard().press("Enter");
        assertThat(page.getByText("已更新公司")).isVisible();

        page.navigate("/lead?view=all");
        assertThat(page.getByRole(AriaRole.ROW).getByText(name).first()).isVisible();
        holds(page);
        page.navigate("/lead?view=all&kind=board");
        assertThat(page.locator("main li a").getByText(name).first()).isVisible();
        holds(page);
        page.navigate("/today");
        assertThat(page.locator("main li").getByText(name).first()).isVisible();
        holds(page);
        page.keyboard().press("Control+k");
        assertThat(page.getByRole(AriaRole.OPTION).getByText(name).first()).isVisible();
        holds(page);
    }

    @Test
    void markupIsText(Browser browser) {
        everywhere(browser, Look.DESK, HOSTILE);
    }

    @Test
    void theLongestNameStaysInItsPlace(Browser browser) {
        everywhere(browser, Look.DESK, "W".repeat(LONGEST - 1));
        everywhere(browser, Look.PHONE, "长".repeat(LONGEST - 1));
    }

    @Test
    void rightToLeftAndEmojiStayThemselves(Browser browser) {
        everywhere(browser, Look.DESK, HEBREW + " 42");
        everywhere(browser, Look.DESK, FAMILY + "\uD83C\uDDE8\uD83C\uDDF3 {{name}} $t(app) %s \\n");
    }

    @Test
    void aNameFromRightToLeftDoesNotTurnTheSentence(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = lead(somebody, HEBREW);
        Page page = browser.screen(Look.DESK)
                .signedIn(App.ADMIN)
                .open("/lead/" + id)
                .page();
        assertThat((String) title(page).evaluate("h1 => getComputedStyle(h1).direction"))
                .isEqualTo("rtl");
        button(page, "更多操作").first().click();
        page.getByRole(AriaRole.MENUITEM).getByText("删除").click();
        assertThat(page.getByRole(AriaRole.STATUS).getByText("已删除“\u2068" + HEBREW + "\u2069”"))
                .isVisible();
    }

    @Test
    void aNameThatIsFarTooLongIsRefusedBesideItsField(Browser browser) {
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/lead");
        Page page = screen.page();
        button(page, "新建线索").first().click();
        Locator name = page.getByRole(AriaRole.DIALOG).getByLabel("姓名");
        name.fill("长".repeat(FAR_TOO_LONG));
        button(page, "保存").click();
        Locator beside = page.getByRole(AriaRole.DIALOG).locator("label:has-text('姓名') ~ [role=alert]");
        assertThat(beside).containsText("255");
        assertThat(name).hasValue("长".repeat(FAR_TOO_LONG));
        screen.isAccessible().picture("too-long");
        page.keyboard().press("Escape");
    }

    @Test
    void pastedLinesBecomeOne(Browser browser) {
        Page page = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/lead").page();
        button(page, "新建线索").first().click();
        Locator name = page.getByRole(AriaRole.DIALOG).getByLabel("姓名");
        name.fill("前");
        name.evaluate(
                "input => { const data = new DataTransfer(); data.setData('text/plain', ' 王芳\\r\\n华东\\t精密\\n');"
                        + " input.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})) }");
        assertThat(name).hasValue("前王芳 华东 精密");
        name.press("Control+z");
        assertThat(name).hasValue("前");
    }

    @Test
    void aFieldThatIsDeletedMeanwhileIsToldAndTheListGoesOn(Browser browser) {
        Api admin = Api.as(browser.app(), App.ADMIN);
        lead(admin, "留下的线索");
        for (String field : java.util.List.of("size", "colour")) {
            admin.post(
                    "meta/objects/lead/fields",
                    "{\"name\":\"%s\",\"type\":\"text\",\"label\":{\"zh-CN\":\"%s\"}}"
                            .formatted(field, field.equals("size") ? "尺寸" : "颜色"));
        }
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/lead?view=all&columns=company,c_size");
        Page page = screen.page();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER).getByText("尺寸")).isVisible();
        button(page, "另存为").click();
        page.getByLabel("视图名称").fill("按尺寸");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("view=[0-9a-f-]{36}$"));

        admin.deleteAt("meta/objects/lead/fields/c_size");
        page.getByRole(AriaRole.COLUMNHEADER)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("公司"))
                .click();
        Locator lost = page.getByRole(AriaRole.STATUS).getByText("已不可用");
        assertThat(lost).isVisible();
        assertThat(page.locator("[role=row][data-body]").first()).isVisible();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER).getByText("尺寸")).hasCount(0);
        screen.isAccessible().picture("field-gone");

        screen.open("/lead?view=all&filter={\"field\":\"c_colour\",\"op\":\"empty\"}");
        assertThat(page.getByRole(AriaRole.ROW).getByText("留下的线索").first()).isVisible();
        button(page, "另存为").click();
        page.getByLabel("视图名称").fill("没有颜色的");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("view=[0-9a-f-]{36}$"));
        admin.deleteAt("meta/objects/lead/fields/c_colour");
        page.reload();
        assertThat(page.getByRole(AriaRole.ROW).getByText("留下的线索").first()).isVisible();
        assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("筛选条件")))
                .containsText("c_colour");
        screen.isAccessible().picture("filter-gone");
        assertThat(screen.complaints()).allMatch(said -> said.contains("400"));
    }
}
