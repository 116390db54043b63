package io.hemai.accounts;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.Address;
import io.hemai.timeline.FollowedUp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** A person: of an account, or a consumer on their own. */
@Component
public final class ContactObject extends StandardObject implements FollowedUp {
    public final Field<String> name =
            add(text("name").required().searchable().indexed().naming());
    public final Field<RecordId> account = add(followed("account", "account", "contacts", OnDelete.CASCADE));
    public final Field<String> title = add(text("title").searchable());
    /** The part of the customer's organisation they work in. */
    public final Field<String> orgUnit = add(text("org_unit"));

    public final Field<RecordId> reportsTo = add(link("reports_to", "contact", "reports"));
    public final Field<String> mobile = add(mobile("mobile").searchable().indexed());
    public final Field<String> phone = add(phone("phone").searchable());
    public final Field<String> email = add(email("email").searchable().indexed());
    public final Field<String> wechat = add(text("wechat").searchable());
    public final Field<DecisionRole> decisionRole = add(choice("decision_role", DecisionRole.class));
    public final Field<String> gender = add(choice("gender", "female", "male", "other"));
    public final Field<LocalDate> birthday = add(date("birthday"));
    public final Field<String> region = add(openRegion("region"));
    public final Field<Address> address = add(address("address"));
    public final Field<String> preferredChannel =
            add(choice("preferred_channel", "phone", "wechat", "mail", "message", "visit"));
    public final Field<List<String>> preferredTimes =
            add(multiChoice("preferred_times", "morning", "noon", "afternoon", "evening", "weekend"));
    public final Field<List<String>> interests = add(tags("interests"));
    public final Field<Boolean> doNotCall = add(bool("do_not_call"));
    public final Field<Boolean> doNotMail = add(bool("do_not_mail"));
    public final Field<String> source = add(openChoice("source", Sources.codes()));
    public final Field<List<String>> tags = add(tags("tags"));
    public final Field<String> description = add(longText("description"));
    public final Field<Instant> nextFollowUpAt = add(datetime("next_follow_up_at"));
    /** Kept by the roll-ups. */
    public final Field<Instant> lastActivityAt =
            add(datetime("last_activity_at").readOnly());

    ContactObject() {
        super("contact", ObjectTrait.OWNED);
        section("main", name, account, title, orgUnit, reportsTo, decisionRole);
        section("reach", mobile, phone, email, wechat, region, address);
        section("manner", preferredChannel, preferredTimes, doNotCall, doNotMail);
        section("person", gender, birthday, interests);
        section("follow", CommonFields.OWNER, CommonFields.DEPARTMENT, source, nextFollowUpAt, lastActivityAt);
        section("notes", tags, description);
        columns(account, title, mobile, email, CommonFields.OWNER, lastActivityAt);
    }

    @Override
    public FollowUp followUp() {
        return new FollowUp(this, nextFollowUpAt, null);
    }
}
