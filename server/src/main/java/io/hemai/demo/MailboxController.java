package io.hemai.demo;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.identity.OpenTo;
import io.hemai.identity.OpenTo.Who;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.messaging.ArrivedMail;
import io.hemai.messaging.DemoMailbox;
import io.hemai.people.UserObject;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.web.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows people the mails that arrived in the demo mailbox for them, and to who looks after the company those for everybody. Where
 * there is no such mailbox, there is nothing here. No program reads mails, since what they say may open something.
 */
@RestController
@RequestMapping(path = "/api/v1/demo/mails", produces = MediaType.APPLICATION_JSON_VALUE)
@OpenTo(Who.SESSION)
class MailboxController {
    private static final SystemIdentity LOOKING = new SystemIdentity("demo", "whose mails are shown");

    private final ObjectProvider<DemoMailbox> mailbox;
    private final Gate gate;
    private final Records records;
    private final UserObject user;

    MailboxController(ObjectProvider<DemoMailbox> mailbox, Gate gate, Records records, UserObject user) {
        this.mailbox = mailbox;
        this.gate = gate;
        this.records = records;
        this.user = user;
    }

    @GetMapping
    Map<String, Object> list(Parameters parameters) {
        parameters.only();
        List<ArrivedMail> arrived = mailbox().newest();
        Predicate<ArrivedMail> isShown = shown();
        return Map.of(
                "items",
                arrived.stream().filter(isShown).map(MailboxController::brief).toList());
    }

    @GetMapping("/{id}")
    Map<String, Object> read(@PathVariable String id, Parameters parameters) {
        parameters.only();
        DemoMailbox box = mailbox();
        ArrivedMail mail = RecordId.parse(id)
                .flatMap(box::find)
                .filter(shown())
                .orElseThrow(() -> Refusal.of(KernelError.NOT_FOUND));
        Map<String, Object> whole = brief(mail);
        whole.put("text", mail.text());
        whole.put("html", mail.html());
        return whole;
    }

    private DemoMailbox mailbox() {
        return Optional.ofNullable(mailbox.getIfAvailable()).orElseThrow(() -> Refusal.of(KernelError.NOT_FOUND));
    }

    /** Which mails the person may read. */
    private Predicate<ArrivedMail> shown() {
        UserIdentity who = Acting.user().orElseThrow();
        if (gate.may(who, AdminAbility.AUDIT)) {
            return mail -> true;
        }
        Optional<String> own = Acting.call(LOOKING, () -> ownAddress(who.user()));
        return mail -> own.filter(mail.to()::equals).isPresent();
    }

    /** Where the person alone gets mails; an address that somebody else has too could be theirs. */
    private Optional<String> ownAddress(RecordId person) {
        return Optional.ofNullable(records.rows(user.name(), List.of(person)).get(person))
                .flatMap(row -> Optional.ofNullable(row.value(user.email)))
                .filter(address -> records.list(Query.of(user)
                                        .where(user.email.is(address))
                                        .limit(2))
                                .size()
                        == 1);
    }

    private static Map<String, Object> brief(ArrivedMail mail) {
        Map<String, Object> brief = new LinkedHashMap<>();
        brief.put("id", mail.id().toString());
        brief.put("to", mail.to());
        brief.put("subject", mail.subject());
        brief.put("at", mail.at().toString());
        return brief;
    }
}
