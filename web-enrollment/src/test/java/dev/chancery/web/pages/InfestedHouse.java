package dev.chancery.web.pages;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Account.ApiToken;
import dev.chancery.core.access.Group;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.editing.ProfileChange;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A house in which every text that people can leave behind is a payload, as if each check on the way in had failed. */
final class InfestedHouse {
    private final SampleHouse house;
    private final Permit manage = Permits.of(SampleHouse.person("admin", Role.ADMIN), Permission.MANAGE_PROFILES);

    private InfestedHouse(SampleHouse house) {
        this.house = house;
    }

    static void infest(SampleHouse house, List<String> payloads) {
        InfestedHouse infested = new InfestedHouse(house);
        for (int i = 0; i < payloads.size(); i++) {
            String payload = payloads.get(i);
            infested.people(i, payload);
            infested.certificate(i, payload);
            infested.request(i, payload);
            infested.record(new JournalEvent.Decision(payload, payload, payload));
            infested.profile(i, payload);
        }
        house.crls.fail("issuing", String.join(" ", payloads));
    }

    private void record(JournalEvent event) {
        house.stores.journal().record(Requester.system(), event);
    }

    private void people(int number, String payload) {
        NameGrants grants = new NameGrants(List.of("x" + payload), List.of("x" + payload), true, List.of(), false);
        house.stores
                .accounts()
                .save(
                        new Account(
                                "guest-" + number,
                                payload,
                                Set.of(Role.REQUESTER),
                                grants,
                                Set.of(),
                                Optional.empty(),
                                false,
                                false,
                                List.of(new ApiToken(
                                        "t" + number, payload, "00".repeat(32), SampleHouse.NOW, Optional.empty())),
                                SampleHouse.NOW),
                        Requester.system(),
                        payload);
        house.stores.accounts().save(new Group("guests-" + number, payload, grants), Requester.system(), payload);
    }

    private void certificate(int number, String payload) {
        EncodedCertificate certificate = house.ca.called(
                payload.isBlank() ? "blank" + payload : payload,
                SampleHouse.days(-1),
                SampleHouse.days(20 + number),
                "www.lab.contoso.com",
                payload);
        record(new JournalEvent.CertificateIssued(
                "issuing", certificate.der(), payload, payload, Optional.empty(), Optional.empty()));
        if (number % 7 == 0) {
            house.revoke(certificate, RevocationReason.CERTIFICATE_HOLD, SampleHouse.NOW);
        }
    }

    private void request(int number, String payload) {
        long id = house.ask(
                payload, number % 2 == 0 ? payload : "tls-server", List.of(payload, payload), "www.contoso.com");
        if (number % 3 == 0) {
            record(new JournalEvent.RequestDenied(id, payload));
        }
    }

    /** Its title as far as its file can say it, and why it was changed. */
    private void profile(int number, String payload) {
        var editor = house.editor.editor;
        String text = editor.text("tls-server-client").orElseThrow();
        try {
            String changed = editor.language().with(text, Map.of("title", payload + number));
            editor.save(manage, new ProfileChange("tls-server-client", changed, number + 1, payload));
        } catch (IllegalArgumentException e) {
            editor.save(
                    manage,
                    new ProfileChange(
                            "tls-server-client",
                            editor.language().with(text, Map.of("title", "the " + number + "th")),
                            number + 1,
                            "x" + payload));
        }
    }
}
