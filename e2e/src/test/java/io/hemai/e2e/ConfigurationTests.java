package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator takes the company's configuration along, and brings one in. */
@ExtendWith(Browser.class)
class ConfigurationTests {
    private static final String ROOM = """
            hemai_configuration: 1
            objects:
              c_showroom:
                label: {zh-CN: 展厅, en: Showroom}
            fields:
              c_showroom.c_seats: {type: integer, label: {zh-CN: 座位, en: Seats}}
              lead.company: {label: {zh-CN: 单位, en: Organisation}}
            """;

    @Test
    void itIsSavedAndBroughtIn(Browser browser) throws IOException {
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/settings/configuration");
        Page page = screen.page();
        Download saved = page.waitForDownload(() -> button(page, "导出配置").click());
        Assertions.assertThat(saved.suggestedFilename()).matches("hemai-\\d{4}-\\d{2}-\\d{2}\\.yaml");
        Assertions.assertThat(Files.readString(saved.path()))
                .contains("hemai_configuration: 1")
                .contains("roles:");

        page.getByLabel("导入配置").fill("hemai_configuration: 1\nobjects: [");
        button(page, "预览变更").click();
        assertThat(page.getByText("不是有效的 YAML")).isVisible();

        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("room.yaml", "text/yaml", ROOM.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByText("c_showroom.c_seats")).isVisible();
        screen.isAccessible().picture("settings-configuration-changes");
        button(page, "导入 3 项变更").click();
        assertThat(page.getByText("已导入 3 项变更")).isVisible();
        screen.open("/c_showroom");
        assertThat(page.getByText("展厅").first()).isVisible();

        screen.open("/settings/configuration");
        page.getByLabel("导入配置").fill(ROOM);
        button(page, "预览变更").click();
        assertThat(page.getByText("与现有配置一致")).isVisible();
    }
}
