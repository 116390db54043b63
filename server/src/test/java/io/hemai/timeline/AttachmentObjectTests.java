package io.hemai.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.accounts.AccountObject;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Row;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.StoredFile;
import io.hemai.records.StoredFiles;
import io.hemai.records.Values;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AttachmentObjectTests extends StandardObjectContract {
    private static final String HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Autowired
    AttachmentObject attachment;

    @Autowired
    AccountObject account;

    @Autowired
    StoredFiles files;

    @Autowired
    Timeline timeline;

    @Override
    protected StandardObject object() {
        return attachment;
    }

    @Override
    protected Values example() {
        RecordId customer = records.create(account, Values.of(account.name, "附件公司"));
        return Values.of(attachment.file, stored("标书.docx"))
                .set(attachment.name, "投标文件")
                .set(attachment.note, "第二版")
                .set(attachment.about, new About("account", customer));
    }

    private RecordId stored(String name) {
        return records.together(() -> {
            StoredFile file = new StoredFile(RecordId.next(), name, 5, "application/msword", HASH, Instant.now(), null);
            files.add(file);
            return file.id();
        });
    }

    @Test
    void itIsCalledWhatItsFileIsCalled() {
        RecordId id = company.call(() -> records.create(attachment, Values.of(attachment.file, stored("标书.docx"))));
        assertThat(company.call(() -> records.read(attachment, id)).label()).isEqualTo("标书.docx");
    }

    @Test
    void itStandsOnTheTimelineOfItsAccount() {
        Values example = company.call(this::example);
        Row made = company.call(() -> records.read(attachment, records.create(attachment, example)));
        RecordId customer = company.call(() -> made.require(attachment.account));
        TimelineItem item = company.call(() ->
                        timeline.page("account", customer, TimelinePlace.start(), 10, timeline.parts(), Locale.ENGLISH))
                .items()
                .getFirst();
        assertThat(item.kind()).isEqualTo("file");
        assertThat(item.title()).isEqualTo("投标文件");
        assertThat(item.body()).isEqualTo("第二版");
        assertThat(item.record()).isEqualTo(made.id());
    }

    @Test
    void ofNoFileThereIsNoAttachment() {
        assertThatThrownBy(() -> company.run(() -> records.create(attachment, Values.of(attachment.note, "没有文件"))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.problems()).anySatisfy(problem -> {
                            assertThat(problem.field()).isEqualTo("file");
                            assertThat(problem.code().code()).isEqualTo("record.required");
                        }));
    }
}
