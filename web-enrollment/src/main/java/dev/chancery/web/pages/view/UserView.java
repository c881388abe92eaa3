package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.HeldGrants;
import java.util.List;
import java.util.Optional;

/**
 * One account, for who manages it or for its owner.
 *
 * @param path where its forms are sent
 * @param secret a password or token to be shown this once
 * @param message what was just done, possibly empty
 * @param mayManage whether the visitor may change it
 * @param own whether it is the visitor's own
 * @param prospects what the visitor may ask for; empty when they may not, or look at somebody else
 * @param hasAccount false for the local administrator, who has a file instead
 */
public record UserView(
        Frame frame,
        String path,
        UserForm form,
        String roles,
        String grants,
        StatusMark state,
        Optional<Moment> created,
        List<TokenRow> tokens,
        Optional<Secret> secret,
        String message,
        boolean disabled,
        boolean mayManage,
        boolean own,
        boolean hasAccount,
        Optional<ProspectsView> prospects) {
    public UserView {
        tokens = List.copyOf(tokens);
    }

    /** @param what it is, {@code password} or {@code token} */
    public record Secret(String what, String text) {
        @Override
        public String toString() {
            return what + " ***";
        }
    }

    /** What was just done, and what is shown only now. */
    public record Note(String message, Optional<Secret> secret) {
        public static Note none() {
            return new Note("", Optional.empty());
        }
    }

    public static UserView of(
            Frame frame,
            String path,
            Account account,
            HeldGrants held,
            UserForm form,
            Note note,
            boolean mayManage,
            boolean own,
            Moments moments) {
        return new UserView(
                frame,
                path,
                form,
                UserRow.roles(account),
                said(held.describe()),
                UserRow.state(account),
                Optional.of(moments.at(account.created())),
                TokenRow.of(account, moments),
                note.secret(),
                note.message(),
                account.disabled(),
                mayManage,
                own,
                true,
                Optional.empty());
    }

    /** With what its owner may ask for. */
    public UserView with(Optional<ProspectsView> told) {
        return new UserView(
                frame,
                path,
                form,
                roles,
                grants,
                state,
                created,
                tokens,
                secret,
                message,
                disabled,
                mayManage,
                own,
                hasAccount,
                told);
    }
}
