package dev.chancery.db;

import dev.chancery.core.journal.AuthorityStanding;
import dev.chancery.core.journal.CertificateAddresses;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What changed about a CA, one row for each CA of which anything did. */
final class StandingRows {
    static final String BY_NAME =
            "SELECT crl, ca_issuers, ocsp, former_crl, key_away, partitions FROM authority_standing WHERE name = ?";
    private static final String UPDATE =
            "UPDATE authority_standing SET crl = ?, ca_issuers = ?, ocsp = ?, former_crl = ?, key_away = ?,"
                    + " partitions = ? WHERE name = ?";
    private static final String INSERT =
            "INSERT INTO authority_standing (crl, ca_issuers, ocsp, former_crl, key_away, partitions, name)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    AuthorityStanding find(WriterSql sql, String name) throws SQLException {
        return sql.one(BY_NAME, StandingRows::read, name).orElse(AuthorityStanding.unchanged());
    }

    static AuthorityStanding read(ResultSet row) throws SQLException {
        Optional<String> crl = Optional.ofNullable(row.getString("crl"));
        Optional<CertificateAddresses> addresses = crl.isEmpty()
                ? Optional.empty()
                : Optional.of(new CertificateAddresses(
                        uris(crl.get()), uris(row.getString("ca_issuers")), uris(row.getString("ocsp"))));
        return new AuthorityStanding(
                addresses, uris(row.getString("former_crl")), row.getBoolean("key_away"), row.getInt("partitions"));
    }

    void put(WriterSql sql, String name, AuthorityStanding standing) throws SQLException {
        Object[] values = {
            standing.addresses().map(now -> texts(now.crl())),
            standing.addresses().map(now -> texts(now.caIssuers())),
            standing.addresses().map(now -> texts(now.ocsp())),
            texts(standing.formerCrl()),
            standing.keyAway(),
            standing.partitions(),
            name
        };
        if (sql.update(UPDATE, values) == 0) {
            sql.update(INSERT, values);
        }
    }

    private static String texts(List<URI> addresses) {
        return TextList.encode(addresses.stream().map(URI::toString).toList());
    }

    private static List<URI> uris(String texts) {
        return TextList.decode(texts).stream().map(URI::create).toList();
    }
}
