package io.hemai.integration.outbound;

import io.hemai.integration.outbound.Reply.Answered;
import io.hemai.integration.outbound.Reply.Trouble;
import io.hemai.integration.outbound.Reply.Unreached;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The one way to other machines by HTTP: to public addresses and those that the installation allows, past no redirect, with limits to
 * the time and to what is read of the answer.
 */
@Component
@EnableConfigurationProperties(OutboundSettings.class)
public class Outbound implements DisposableBean {
    /** No call takes longer. */
    public static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 15;
    private static final int MOST_READ = 4 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final int MOST_CALLS = 64;
    private static final int LONGEST_PAUSE_DIGITS = 6;

    private final AddressGuard guard;
    private final CloseableHttpClient client;

    Outbound(AddressGuard guard) {
        this.guard = guard;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(guard)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LONGEST_LINE)
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                                .setSocketTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                                .setTimeToLive(1, TimeUnit.MINUTES)
                                .build())
                        .setMaxConnTotal(MOST_CALLS)
                        .setMaxConnPerRoute(MOST_CALLS)
                        .build())
                // straight there, whatever the machine's settings say of proxies
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                        .setConnectionRequestTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .build())
                .setUserAgent("Hemai")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    /** Whether the installation names the host among those of its own network; these may be called without encryption. */
    public boolean isOwn(String host) {
        return guard.isAllowed(host);
    }

    /** Posts JSON; blocks at the longest for {@link #LONGEST}. */
    public Reply post(URI to, Map<String, String> headers, byte[] body) {
        if (!"https".equalsIgnoreCase(to.getScheme()) && !isOwn(String.valueOf(to.getHost()))) {
            return new Unreached(Trouble.NOT_ALLOWED);
        }
        HttpPost post;
        try {
            post = new HttpPost(to);
        } catch (IllegalArgumentException noAddress) {
            return new Unreached(Trouble.UNKNOWN_HOST);
        }
        headers.forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        AtomicBoolean late = new AtomicBoolean();
        Thread watch = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(LONGEST);
                late.set(true);
                post.cancel();
            } catch (InterruptedException answered) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return answer(post, client.executeOpen(null, post, null));
        } catch (IOException failed) {
            return new Unreached(late.get() ? Trouble.TOO_SLOW : trouble(failed));
        } finally {
            watch.interrupt();
        }
    }

    private static Answered answer(HttpPost post, ClassicHttpResponse response) throws IOException {
        try {
            byte[] said = beginning(response.getEntity());
            if (said.length == MOST_READ) {
                // what more it says is not waited for
                post.cancel();
            }
            return new Answered(
                    response.getCode(),
                    new String(said, StandardCharsets.UTF_8).replace('\0', '\uFFFD'),
                    after(response.getFirstHeader(HttpHeaders.RETRY_AFTER)));
        } finally {
            Closer.closeQuietly(response);
        }
    }

    private static byte[] beginning(@Nullable HttpEntity entity) throws IOException {
        InputStream content = entity == null ? null : entity.getContent();
        return content == null ? new byte[0] : content.readNBytes(MOST_READ);
    }

    private static @Nullable Duration after(@Nullable Header header) {
        String value = header == null ? "" : header.getValue().strip();
        return value.matches("\\d{1," + LONGEST_PAUSE_DIGITS + "}") ? Duration.ofSeconds(Long.parseLong(value)) : null;
    }

    private static Trouble trouble(IOException failed) {
        return switch (failed) {
            case AddressGuard.NotAllowed _ -> Trouble.NOT_ALLOWED;
            case UnknownHostException _ -> Trouble.UNKNOWN_HOST;
            case SocketTimeoutException _ -> Trouble.TOO_SLOW;
            case SSLException _ -> Trouble.UNTRUSTED;
            case ConnectException _, NoRouteToHostException _ -> Trouble.NO_CONNECTION;
            default -> Trouble.NO_ANSWER;
        };
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
