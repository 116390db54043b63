package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a deal is about in all once it has lines, and how the first of them is added. */
@ExtendWith(Browser.class)
class DealLineTests {
    @Test
    void aSumOfLinesIsNotTyped(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String product = somebody.create("product", Map.of("name", "汇总的产品"));
        String deal = somebody.create("opportunity", Map.of("name", "有明细的商机", "amount", "100"));
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/opportunity/" + deal);
        Page page = screen.page();
        assertThat(button(page, "编辑金额")).hasCount(1);
        somebody.create(
                "opportunity_line",
                Map.of("opportunity", deal, "product", product, "quantity", "2", "unit_price", "300"));
        page.reload();
        assertThat(page.locator("[data-facts]")).containsText("600");
        Locator hint = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("由产品明细汇总"));
        assertThat(hint).isVisible();
        assertThat(button(page, "编辑金额")).hasCount(0);
        hint.click();
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("产品明细")))
                .isFocused();
        screen.isAccessible();

        named(page.locator("header"), AriaRole.BUTTON, "赢单").first().click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("由产品明细汇总");
        assertThat(named(dialog, AriaRole.TEXTBOX, "金额")).hasCount(0);
        named(dialog, AriaRole.BUTTON, "取消").click();

        screen.open("/opportunity?view=all&columns=amount"
                + "&filter={\"field\":\"name\",\"op\":\"eq\",\"value\":\"有明细的商机\"}");
        page.locator("[role=row][data-body] [data-editable=true][data-numeric=true]")
                .click();
        assertThat(hint).isFocused();
        screen.isAccessible();
        page.mouse().click(900, 700);
        assertThat(hint).hasCount(0);
    }

    @Test
    void theFirstLineSaysThatItTakesThePlaceOfTheSumAndIsTakenBack(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        somebody.create("product", Map.of("name", "头一行的产品", "list_price", "1200", "unit", "piece"));
        String deal = somebody.create("opportunity", Map.of("name", "要加明细的商机", "amount", "300000"));
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/opportunity/" + deal);
        Page page = screen.page();
        button(page, "新建产品明细").click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        assertThat(form).containsText("保存后，金额改由产品明细汇总（现为 ¥300,000）");
        assertThat(named(form, AriaRole.COMBOBOX, "产品")).isFocused();
        assertThat(form.getByLabel("商机")).hasCount(0);
        assertThat(form.getByLabel("序号")).hasCount(0);
        page.keyboard().type("头一行");
        page.getByTitle("头一行的产品").click();
        assertThat(form.getByLabel("单价")).hasValue("1200");
        assertThat(form.getByLabel("单位")).hasValue("件");
        screen.isAccessible().picture("deal-line-form");
        named(form, AriaRole.BUTTON, "保存").click();
        assertThat(page.locator("[data-facts]")).containsText("1,200");
        button(page, "撤销").click();
        assertThat(page.locator("[data-facts]")).containsText("300,000");
    }
}
