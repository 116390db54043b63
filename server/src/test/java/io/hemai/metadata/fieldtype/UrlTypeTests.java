package io.hemai.metadata.fieldtype;

import io.hemai.kernel.text.TextError;
import io.hemai.metadata.FieldType;
import java.util.List;

class UrlTypeTests extends FieldTypeContract<String> {
    @Override
    FieldType<String> type() {
        return new UrlType();
    }

    @Override
    List<Example> taken() {
        return List.of(
                of("Example.com/Path", "https://example.com/Path"),
                of("http://example.com:8080/?q=1", "http://example.com:8080/?q=1"));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of("www.example.com", "https://www.example.com"));
    }

    @Override
    List<Example> refused() {
        return List.of(
                of("javascript:alert(1)", TextError.URL_SCHEME),
                of("http://a:b@example.com", TextError.URL_CREDENTIALS));
    }
}
