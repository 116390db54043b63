package io.hemai.timeline;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import org.springframework.beans.factory.annotation.Autowired;

class TagObjectTests extends StandardObjectContract {
    @Autowired
    TagObject tag;

    @Override
    protected StandardObject object() {
        return tag;
    }

    @Override
    protected Values example() {
        return Values.of(tag.name, "重点 " + RecordId.next()).set(tag.color, "teal");
    }
}
