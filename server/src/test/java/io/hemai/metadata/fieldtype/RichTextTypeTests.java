package io.hemai.metadata.fieldtype;

import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.util.List;

class RichTextTypeTests extends FieldTypeContract<String> {
    @Override
    FieldType<String> type() {
        return new RichTextType();
    }

    @Override
    List<Example> taken() {
        return List.of(
                of("<p onclick=\"x()\">你好<script>alert(1)</script></p>", "<p>你好</p>"),
                of("<p> </p><br>", null),
                of("a < b", "a &lt; b"),
                of("<img src=\"/api/v1/files/0199\">", "<img src=\"/api/v1/files/0199\" />"));
    }

    @Override
    List<Example> takenCells() {
        return List.of(
                of("x<br>".repeat(300), "x<br />".repeat(300)),
                of("a < b\nc", "<p>a &lt; b</p><p>c</p>"),
                of("<b>x</b>", "<b>x</b>"));
    }

    @Override
    List<Example> refused() {
        return List.of(
                of("x".repeat(100_001), MetadataError.TOO_LONG),
                of("<div>".repeat(256) + "x", MetadataError.TOO_NESTED),
                of("<ul><li>".repeat(200) + "x", MetadataError.TOO_NESTED));
    }

    @Override
    boolean readsItsText() {
        return false;
    }
}
