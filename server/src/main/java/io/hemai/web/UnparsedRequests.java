package io.hemai.web;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Refusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers what Tomcat refuses before it is a request: addresses that cannot be read, headers that are too long. */
@Component
class UnparsedRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(UnparsedRequests.class);

    private final ProblemTexts texts;
    private final JsonMapper json;

    UnparsedRequests(ProblemTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Answering()));
    }

    private byte[] body(int status) {
        Locale reader = Locale.SIMPLIFIED_CHINESE;
        Refusal refusal = Failures.ofStatus(status);
        ErrorCode code = refusal.code();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", texts.title(code.kind().status(), reader));
        body.put("status", status);
        body.put("code", code.code());
        body.put("detail", texts.detail(refusal, reader));
        return json.writeValueAsBytes(body);
    }

    private final class Answering extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getOutputStream().write(body(status));
                response.finishResponse();
            } catch (IOException gone) {
                LOG.debug("nobody is left to answer", gone);
            }
        }
    }
}
