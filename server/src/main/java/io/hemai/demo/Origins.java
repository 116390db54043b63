package io.hemai.demo;

import java.util.Map;

/** How the plan's sources are called in Hemai. */
final class Origins {
    private static final Map<String, String> CODES =
            Map.of("baidu", "search", "douyin", "social_media", "webinar", "event", "upsell", "customer");

    private Origins() {}

    static String code(String source) {
        return CODES.getOrDefault(source, source);
    }
}
