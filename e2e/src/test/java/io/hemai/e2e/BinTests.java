package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was deleted, and how people bring it back. */
@ExtendWith(Browser.class)
class BinTests {
    @Test
    void whatWasDeletedIsBroughtBackFromTheBin(Browser browser) {
        Api boss = Api.as(browser.app(), App.ADMIN);
        String id = boss.create("lead", "{\"name\":\"误删的线索\"}");
        boss.create("task", "{\"subject\":\"随之删除\",\"about\":{\"object\":\"lead\",\"id\":\"%s\"}}".formatted(id));
        boss.delete("lead", id);
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/settings/bin");
        Page page = screen.page();

        assertThat(page.getByRole(AriaRole.LISTITEM)
                        .filter(Finds.containing("误删的线索"))
                        .filter(Finds.containing("连同 1 条相关记录")))
                .isVisible();
        screen.isAccessible().picture("bin");
        button(page, "恢复“误删的线索”").click();
        assertThat(told(page, "已恢复“误删的线索”")).isVisible();
        assertThat(button(page, "恢复“误删的线索”")).hasCount(0);
        button(page, "打开").click();
        page.waitForURL("**/lead/" + id);
        assertThat(page.getByText("随之删除").first()).isVisible();
    }

    @Test
    void aLinkToWhatWasDeletedLeadsToTheWayBack(Browser browser) {
        Api boss = Api.as(browser.app(), App.ADMIN);
        String id = boss.create("lead", "{\"name\":\"链接还在的线索\"}");
        boss.delete("lead", id);
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/lead/" + id);
        Page page = screen.page();

        assertThat(page.getByText("“链接还在的线索”已被删除")).isVisible();
        screen.isAccessible().picture("gone");
        button(page, "恢复").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("链接还在的线索");
        assertThat(boss.read("lead", id)).contains("链接还在的线索");
        assertThat(screen.complaints()).singleElement().asString().contains("404", id);
    }
}
