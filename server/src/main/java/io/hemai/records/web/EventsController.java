package io.hemai.records.web;

import io.hemai.identity.Acting;
import io.hemai.identity.Caller;
import io.hemai.identity.Callers;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.journal.Entry;
import io.hemai.journal.FeedPlace;
import io.hemai.records.live.Listeners;
import io.hemai.records.live.LiveChanges;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.web.Parameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes as they happen, as server-sent events. The request's own virtual thread waits for them; it asks each time whether the
 * caller still is one, and with which rights.
 */
@RestController
class EventsController {
    private static final Logger LOG = LoggerFactory.getLogger(EventsController.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration GATHERING = Duration.ofMillis(150);
    /** Who missed more than this had better read anew. */
    private static final int MOST_MISSED = 5_000;

    private final Callers callers;
    private final Listeners listeners;
    private final LiveChanges changes;
    private final JsonMapper json;

    EventsController(Callers callers, Listeners listeners, LiveChanges changes, JsonMapper json) {
        this.callers = callers;
        this.listeners = listeners;
        this.changes = changes;
        this.json = json;
    }

    @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @RequiresScope(Scope.RECORDS_READ)
    void events(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            Parameters parameters,
            HttpServletResponse response) {
        parameters.only();
        Caller caller = Caller.current().orElseThrow();
        try (Listeners.Listener listener =
                listeners.listen(caller.tenant().id(), caller.who().user())) {
            Optional<FeedPlace> resumed = Optional.ofNullable(last).flatMap(FeedPlace::parse);
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            new Stream(caller, listener, response.getOutputStream()).run(resumed.orElseGet(changes::end));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            LOG.debug("a listener has gone", gone);
        }
    }

    /** One open stream. */
    private final class Stream {
        private final Caller caller;
        private final Listeners.Listener listener;
        private final OutputStream out;
        private int missed;

        Stream(Caller caller, Listeners.Listener listener, OutputStream out) {
            this.caller = caller;
            this.listener = listener;
            this.out = out;
        }

        void run(FeedPlace from) throws IOException, InterruptedException {
            FeedPlace place = from;
            write("retry: 3000\nid: " + place.text() + "\n\n");
            Optional<Caller> now = callers.again(caller);
            while (listener.isOpen() && now.isPresent()) {
                FeedPlace here = place;
                Optional<LiveChanges.News> news = asNow(now.get(), here);
                if (news.isEmpty() || missed > MOST_MISSED) {
                    place = CurrentTenant.call(caller.tenant(), changes::end);
                    missed = 0;
                    write("event: reset\nid: " + place.text() + "\ndata: {}\n\n");
                } else {
                    place = tell(news.get());
                }
                now = callers.again(caller);
            }
            if (listener.isReplaced()) {
                write("event: replaced\ndata: {}\n\n");
            }
        }

        private Optional<LiveChanges.News> asNow(Caller now, FeedPlace from) {
            return CurrentTenant.call(now.tenant(), () -> Acting.call(now.who(), () -> changes.after(from)));
        }

        private FeedPlace tell(LiveChanges.News news) throws IOException, InterruptedException {
            StringBuilder text = new StringBuilder();
            for (Entry entry : news.entries()) {
                FeedPlace at = new FeedPlace(news.next().epoch(), entry.transaction(), entry.id());
                text.append("event: change\nid: ").append(at.text());
                text.append("\ndata: ")
                        .append(json.writeValueAsString(shown(entry)))
                        .append("\n\n");
            }
            if (!text.isEmpty()) {
                write(text.toString());
            }
            missed = news.more() ? missed + news.read() : 0;
            if (news.more()) {
                Thread.sleep(news.read() == 0 ? GATHERING : Duration.ZERO);
            } else if (listener.await(HEARTBEAT)) {
                Thread.sleep(GATHERING);
            } else {
                write(": still here\n\n");
            }
            return news.next();
        }

        private static Map<String, Object> shown(Entry entry) {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("object", entry.object());
            shown.put("id", entry.record().toString());
            shown.put("version", entry.version());
            shown.put("act", entry.act().code());
            return shown;
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
