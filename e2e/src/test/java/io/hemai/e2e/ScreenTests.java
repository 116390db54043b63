package io.hemai.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That the windows notice what tests rely on them to notice. */
@ExtendWith(Browser.class)
class ScreenTests {
    @Test
    void rememberWhatTheBrowserComplainsAbout(Browser browser) {
        Screen screen = browser.screen(Look.DESK).open("/");

        screen.page().evaluate("() => console.error('broken')");
        screen.page().evaluate("() => { setTimeout(() => { throw new Error('uncaught one'); }) }");
        screen.page().evaluate("() => fetch('/api/v1/public/nowhere')");
        screen.page().evaluate("() => fetch('https://elsewhere.example/').catch(() => undefined)");

        assertThat(String.join("\n", screen.complaints())).contains("broken", "uncaught one", "404", "connect-src");
    }

    @Test
    void takeRefusalsThatPeopleAreToldAsPartOfTheConversation(Browser browser) {
        Screen screen = browser.screen(Look.DESK).open("/");

        screen.page().evaluate("() => fetch('/api/v1/session')");
        assertThat(screen.complaints()).isEmpty();

        screen.page().evaluate("() => fetch('/api/v1/search?q=x')");
        assertThat(screen.complaints()).singleElement().asString().contains("401");
    }

    @Test
    void knowWhatKeepsPeopleOut(Browser browser) {
        Screen screen = browser.screen(Look.DESK).open("/").isAccessible();

        screen.page().evaluate("() => document.body.insertAdjacentHTML('beforeend', '<button></button>')");

        assertThatThrownBy(screen::isAccessible).hasMessageContaining("button-name");
    }

    @Test
    void lookAsTheyAreTold(Browser browser) {
        Screen screen = browser.screen(Look.PHONE.english().darkened()).open("/");

        assertThat(screen.page()
                        .evaluate("() => [innerWidth, navigator.language,"
                                + " matchMedia('(prefers-color-scheme: dark)').matches].join()"))
                .isEqualTo("390,en,true");
    }
}
