package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.OnDelete;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkTypeTests extends FieldTypeContract<RecordId> {
    private static final String ID = "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001";

    @Override
    FieldType<RecordId> type() {
        return new LinkType("link", "account", OnDelete.RESTRICT, "contacts", true);
    }

    @Override
    List<Example> taken() {
        return List.of(of(ID, ID), of(map("id", ID, "label", "云栖精工"), ID));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of(ID, ID));
    }

    @Override
    List<Example> refused() {
        return List.of(of("云栖精工", MetadataError.INVALID_ID), of(5, MetadataError.WRONG_TYPE));
    }

    @Test
    void linkMustSayWhereItLeads() {
        LinkType link = LinkType.prototypes().getFirst();
        assertThat(link.configured(Map.of("target", "c_site")).settings()).containsEntry("target", "c_site");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("target", "Bad Name"),
                Map.of("target", ""),
                Map.of("target", "lead", "on_delete", "explode"),
                Map.of("target", "lead", "inverse", "x y"))) {
            assertThatThrownBy(() -> link.configured(wrong)).as("%s", wrong).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void userLeadsToUsers() {
        LinkType user = LinkType.prototypes().get(1);
        assertThat(user.configured(Map.of()).settings()).containsEntry("target", "user");
        assertThatThrownBy(() -> user.configured(Map.of("target", "lead"))).isInstanceOf(Refusal.class);
    }
}
