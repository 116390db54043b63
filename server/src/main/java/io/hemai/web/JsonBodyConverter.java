package io.hemai.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

/** Makes {@code @RequestBody JsonBody} work. */
@Component
class JsonBodyConverter extends AbstractHttpMessageConverter<JsonBody> {
    JsonBodyConverter() {
        super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == JsonBody.class;
    }

    @Override
    protected boolean canWrite(@Nullable MediaType type) {
        return false;
    }

    @Override
    protected JsonBody readInternal(Class<? extends JsonBody> type, HttpInputMessage message) throws IOException {
        return JsonBody.read(message.getBody());
    }

    @Override
    protected void writeInternal(JsonBody body, HttpOutputMessage message) {
        throw new UnsupportedOperationException("only read");
    }
}
