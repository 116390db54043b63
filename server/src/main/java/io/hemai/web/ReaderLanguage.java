package io.hemai.web;

import io.hemai.tenancy.CurrentTenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** The language in which an answer is written: as the request asks, else the person's, else the tenant's, else Chinese. */
public final class ReaderLanguage {
    private static final String PERSON = ReaderLanguage.class.getName();
    private static final Set<String> SPOKEN = Set.of("zh", "en");

    private ReaderLanguage() {}

    /** Notes the language of the person who asks. */
    public static void isPersonally(HttpServletRequest request, Locale locale) {
        request.setAttribute(PERSON, locale);
    }

    /** The language to answer the request in. */
    public static Locale of(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null) {
            for (Locale asked : Collections.list(request.getLocales())) {
                if (SPOKEN.contains(asked.getLanguage())) {
                    return asked;
                }
            }
        }
        if (request.getAttribute(PERSON) instanceof Locale personal) {
            return personal;
        }
        return CurrentTenant.isBound() ? CurrentTenant.get().locale() : Locale.SIMPLIFIED_CHINESE;
    }
}
