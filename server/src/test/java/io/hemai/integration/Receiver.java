package io.hemai.integration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Another system, which takes messages as its test says. */
public final class Receiver implements AutoCloseable {
    /** What it got. */
    public final List<Got> got = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private volatile Function<Got, Reply> replies = got -> new Reply(200, "ok", Map.of());

    /** A message that arrived. */
    public record Got(String path, Map<String, String> headers, String body) {
        public String id() {
            return String.valueOf(headers.get("webhook-id"));
        }
    }

    /** What it answers. */
    public record Reply(int status, String text, Map<String, String> headers) {}

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        Got one = new Got(
                exchange.getRequestURI().toString(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        got.add(one);
        Reply reply = replies.apply(one);
        byte[] text = reply.text().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    /** From now on it answers so. */
    public void answers(Function<Got, Reply> how) {
        replies = how;
    }

    /** From now on it answers with that status. */
    public void answers(int status) {
        replies = got -> new Reply(status, "status " + status, Map.of());
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
