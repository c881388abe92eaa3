package dev.chancery.core.issuance;

import static dev.chancery.core.issuance.IssuanceFixture.RITA;
import static dev.chancery.core.issuance.IssuanceFixture.issued;
import static dev.chancery.core.issuance.IssuanceFixture.refused;
import static dev.chancery.core.issuance.IssuanceFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Role;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.RequestApproved;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.x509.Der;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Issuance of an approved request")
final class ApprovedIssuanceTest {
    private final IssuanceFixture fixture = new IssuanceFixture(KeyAlgorithm.EC_P256, KeyAlgorithm.EC_P256);
    private final Permit officer =
            Permits.of(Permits.person("olga", Role.OFFICER), Permission.DECIDE_REQUEST, AccessObject.named("1"));

    private IssuanceRequest request(Grant grant, long id) {
        return new IssuanceRequest(
                grant, "rita", Optional.empty(), Optional.of(id), List.of(new RequestApproved(id, "fine")));
    }

    private void submit(long id) {
        JournalEvent submitted = new JournalEvent.RequestSubmitted(
                id,
                "tls-server",
                "rita",
                Der.fromHex("3000"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        fixture.stores().journal().record(RITA, submitted);
    }

    @Test
    @DisplayName("records the approval and the certificate in one entry")
    void together() {
        submit(1);

        CertificateRecord record = issued(
                        fixture.server.issuance().issue(officer, request(fixture.grant("www.example.com"), 1)))
                .certificate();

        assertThat(record.requester()).isEqualTo("rita");
        assertThat(fixture.stores().requestQueue().find(1)).hasValueSatisfying(found -> {
            assertThat(found.serial()).contains(record.serial().hex());
            assertThat(found.decided().orElseThrow().by()).isEqualTo("olga");
        });
    }

    @Test
    @DisplayName("issues nothing when somebody else has decided in the meantime")
    void decidedBefore() {
        submit(1);
        fixture.server.issuance().issue(officer, request(fixture.grant("www.example.com"), 1));
        long before = records();

        assertThat(refused(fixture.server.issuance().issue(officer, request(fixture.grant("www.example.com"), 1)))
                        .rule())
                .isEqualTo("request-not-pending");
        assertThat(records()).isEqualTo(before);
    }

    @Test
    @DisplayName("takes no permit for another request")
    void otherRequest() {
        submit(2);

        assertThatThrownBy(() -> fixture.server.issuance().issue(officer, request(fixture.grant("www.example.com"), 2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("request 1 was used for request 2");
    }

    private long records() {
        return fixture.stores().journal().lastSequence();
    }

    @Test
    @DisplayName("takes no permit for another act, another requester or another profile")
    void permits() {
        long before = records();
        IssuanceRequest request = IssuanceFixture.request(fixture.grant("www.example.com"));
        Permit toList = Permits.of(RITA, Permission.LIST_CERTIFICATES);
        Permit ofAnother = Permits.of(Permits.person("ralf", Role.REQUESTER), Permission.REQUEST_CERTIFICATE);
        Permit forAnother = Permits.of(RITA, Permission.REQUEST_CERTIFICATE, AccessObject.named("tls-client"));

        for (Permit permit : List.of(toList, ofAnother, forAnother)) {
            assertThatThrownBy(() -> fixture.server.issuance().issue(permit, request))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(records()).isEqualTo(before);
    }
}
