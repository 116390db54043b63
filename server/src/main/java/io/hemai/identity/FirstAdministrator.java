package io.hemai.identity;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.StartRefused;
import io.hemai.web.StartNotice;
import org.springframework.stereotype.Component;

/** Lets the first administrator in, with the password that was asked for or a random one that is shown once. */
@Component
public class FirstAdministrator {
    private final IdentityProperties.Admin wanted;
    private final SignIns signIns;
    private final Passwords passwords;
    private final PasswordHashes hashes;
    private final Tokens tokens;
    private final StartNotice notice;

    FirstAdministrator(
            IdentityProperties properties,
            SignIns signIns,
            Passwords passwords,
            PasswordHashes hashes,
            Tokens tokens,
            StartNotice notice) {
        this.wanted = properties.admin();
        this.signIns = signIns;
        this.passwords = passwords;
        this.hashes = hashes;
        this.tokens = tokens;
        this.notice = notice;
    }

    /** Whether the bound tenant still needs one, because nobody can sign in. */
    public boolean isNeeded() {
        return !signIns.any();
    }

    /** The login that is asked for. */
    public String login() {
        return wanted.login().isBlank() ? "admin" : wanted.login().strip();
    }

    /** Lets the person of the bound tenant in; call it once the person's record is there. */
    public void admit(RecordId user, String label) {
        refusePoor();
        signIns.keep(user, new SignIns.Person(login(), label, true, null, null));
        givePassword(user);
    }

    /** Gives who lost the password a new one, where that is asked for: who starts Hemai has all its data anyway. */
    public void admitAgain() {
        if (wanted.newPassword()) {
            refusePoor();
            RecordId user = signIns.active(login())
                    .orElseThrow(() -> new StartRefused(
                            "Nobody signs in as " + login() + ", so there is nobody to give a new password.",
                            "Set HEMAI_ADMIN_LOGIN to the login of an administrator who is not switched off."));
            givePassword(user);
            tellOfTokens(tokens.standing(user));
        }
    }

    /** Programs go on; whoever took the account may have made one. */
    private void tellOfTokens(int standing) {
        if (standing > 0) {
            notice.add(standing + (standing == 1 ? " token still lets" : " tokens still let") + " programs in as "
                    + login() + ". Revoke at 设置 › 账号与安全 what nobody knows.");
        }
    }

    private void givePassword(RecordId user) {
        String asked = wanted.password();
        if (asked == null || asked.isBlank()) {
            String random = Secret.next().substring(0, 20);
            passwords.store(user, hashes.hash(random));
            show(
                    "Password     " + random
                            + "\nIt is shown only now. Change it after signing in. If it is lost: ./hemai start --new-password");
        } else {
            passwords.store(user, hashes.hash(asked));
            show("The password is that of HEMAI_ADMIN_PASSWORD.");
        }
    }

    private void refusePoor() {
        String asked = wanted.password();
        if (asked != null
                && !asked.isBlank()
                && !PasswordPolicy.problems("password", login(), asked).isEmpty()) {
            throw new StartRefused(
                    "HEMAI_ADMIN_PASSWORD is easy to guess.",
                    "Take at least " + PasswordPolicy.SHORTEST
                            + " characters that are neither the login nor what everybody"
                            + " takes; or leave it unset, and a random one is made and shown once.");
        }
    }

    private void show(String password) {
        notice.add("Sign in as   " + login() + "\n" + password);
    }
}
