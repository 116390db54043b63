package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.title;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The main job as a person does it who has never seen Hemai: find a lead, note a call, convert it, win the deal. */
@ExtendWith(Browser.class)
class MainJobTests {
    /** What the person reads and clicks, in a language. */
    record Words(
            Look look,
            String login,
            String password,
            String signIn,
            String search,
            String status,
            String fresh,
            String call,
            String noted,
            String convert,
            String converted,
            String won,
            String moved) {
        @Override
        public String toString() {
            return look.language();
        }
    }

    static Stream<Words> languages() {
        return Stream.of(
                new Words(
                        Look.DESK, "登录名", "密码", "登录", "搜索和命令", "线索", "跟进中", "电话", "已记录", "转为客户", "已转为客户", "赢单", "已将“"),
                new Words(
                        Look.DESK.english().darkened(),
                        "Login",
                        "Password",
                        "Sign in",
                        "Search and commands",
                        "Lead",
                        "Working",
                        "Call",
                        "Logged",
                        "Convert",
                        "was converted",
                        "Won",
                        "Moved"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void fromSignInToWon(Words words, Browser browser) {
        Screen screen = browser.screen(browser.demo(), words.look()).open("/");
        Page page = screen.page();
        String name = words.look().language();
        screen.isAccessible().picture("sign-in-" + name);
        signIn(page, words);
        // one in the pool is claimed before it is converted
        screen.open("/lead?view=all&filter={\"field\":\"owner\",\"op\":\"not_empty\"}");

        Locator row = page.getByRole(AriaRole.ROW)
                .filter(containing(words.fresh()))
                .filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.LINK)))
                .first();
        String lead = row.getByRole(AriaRole.LINK).first().innerText();
        screen.isAccessible().picture("list-" + name);

        find(page, words, lead);
        screen.isAccessible().picture("lead-" + name);
        note(page, words, "聊了二十分钟，预算已批");

        button(page, words.convert()).first().click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText(lead);
        screen.isAccessible().picture("convert-" + name);
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(words.convert()).setExact(true))
                .click();
        page.waitForURL(Pattern.compile("/opportunity/"));
        assertThat(page.getByRole(AriaRole.STATUS).last()).containsText(words.converted());
        assertThat(page.getByText("聊了二十分钟，预算已批").first()).isVisible();

        String deal = page.url();
        String before = wonThisYear(screen, words).innerText();
        winOnTheBoard(screen, words, deal.replaceAll(".*/opportunity/([0-9a-f-]{36}).*", "$1"));
        screen.isAccessible().picture("won-" + name);
        page.navigate(deal);
        assertThat(page.locator("[aria-current=step]")).hasText(words.won());
        assertThat(wonThisYear(screen, words)).not().hasText(before);
        screen.isAccessible().picture("cockpit-won-" + name);
    }

    /** What the cockpit says was won, once it is counted. */
    private static Locator wonThisYear(Screen screen, Words words) {
        Page page = screen.open("/cockpit?period=this_year").page();
        Locator won = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + words.won() + " ")));
        assertThat(won).containsText(Pattern.compile("\\d"));
        return won;
    }

    /** On a screen on which all stages have room. */
    private static void winOnTheBoard(Screen screen, Words words, String deal) {
        Page page = screen.page();
        page.setViewportSize(2400, 900);
        screen.open(
                "/opportunity?view=all&kind=board&filter={\"field\":\"id\",\"op\":\"eq\",\"value\":\"" + deal + "\"}");
        Locator won = page.getByRole(
                AriaRole.REGION,
                new Page.GetByRoleOptions().setName(words.won()).setExact(true));
        BoardTests.drag(
                page,
                page.locator("[data-record='" + deal + "'] , main section a[href*='" + deal + "']")
                        .first(),
                won);
        Locator amount = page.getByRole(AriaRole.DIALOG).getByLabel(Pattern.compile("^(金额|Amount)$"));
        amount.fill("260000");
        amount.press("Enter");
        assertThat(won.getByRole(AriaRole.LINK)).hasCount(1);
        assertThat(page.getByRole(AriaRole.STATUS).last()).containsText(words.moved());
        page.setViewportSize(words.look().width(), words.look().height());
    }

    /** The day is what one sees first. */
    private static void signIn(Page page, Words words) {
        page.getByLabel(words.login(), new Page.GetByLabelOptions().setExact(true))
                .fill(App.ADMIN);
        page.getByLabel(words.password(), new Page.GetByLabelOptions().setExact(true))
                .fill(App.PASSWORD);
        button(page, words.signIn()).click();
        page.waitForURL("**/today");
    }

    /** By two characters of the name, in the palette. */
    private static void find(Page page, Words words, String lead) {
        page.keyboard().press("Control+k");
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(words.search()))
                .fill(lead.substring(0, 2));
        page.getByRole(AriaRole.OPTION)
                .filter(containing(lead))
                .filter(containing(words.status()))
                .first()
                .click();
        assertThat(title(page)).hasText(lead);
    }

    private static void note(Page page, Words words, String text) {
        page.getByText(words.call(), new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(words.call()))
                .fill(text);
        page.keyboard().press("Control+Enter");
        assertThat(page.getByText(words.noted())).isVisible();
        assertThat(page.getByRole(AriaRole.LISTITEM).getByText(text).first()).isVisible();
    }
}
