package dev.chancery.core.x509;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A distinguished name (RFC 5280 §4.1.2.4)")
class SubjectNameTest {
    @Test
    @DisplayName("keeps its exact DER, string types included")
    void identity() throws Exception {
        X500Name mixed = new X500NameBuilder()
                .addRDN(BCStyle.C, new DERPrintableString("DE"))
                .addRDN(BCStyle.O, new DERPrintableString("Lab"))
                .addRDN(BCStyle.CN, new DERUTF8String("Lab"))
                .build();
        Der der = Der.ofOwned(mixed.getEncoded("DER"));

        SubjectName name = new SubjectName(der);

        assertThat(name.der()).isEqualTo(der);
        assertThat(SubjectName.of(name.x500Name()).der()).isEqualTo(der);
        assertThat(name).isNotEqualTo(SubjectName.parse("CN=Lab,O=Lab,C=DE"));
        assertThat(name.rfc4514())
                .isEqualTo(SubjectName.parse("CN=Lab,O=Lab,C=DE").rfc4514());
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "CN=www.example.com,O=Example,C=DE",
                "CN=a+OU=b,O=c",
                "CN=Straße 1\\, Süd,O=x",
                "CN=\\#hash,DC=lab,DC=example"
            })
    @DisplayName("is read from RFC 4514 text as the JDK reads it")
    void text(String text) {
        SubjectName name = SubjectName.parse(text);

        assertThat(new X500Principal(name.der().octets())).isEqualTo(new X500Principal(text));
        assertThat(SubjectName.parse(name.rfc4514()).x500Name()).isEqualTo(name.x500Name());
    }

    @Test
    @DisplayName("may be empty")
    void empty() {
        assertThat(SubjectName.EMPTY.isEmpty()).isTrue();
        assertThat(SubjectName.EMPTY.commonName()).isEmpty();
        assertThat(SubjectName.EMPTY.rfc4514()).isEmpty();
    }

    @Test
    @DisplayName("is called by its common name, or by all of it when it has none")
    void shortName() {
        assertThat(SubjectName.parse("CN=www,O=Lab").shortName()).isEqualTo("www");
        assertThat(SubjectName.parse("O=Lab,C=DE").shortName()).isEqualTo("O=Lab,C=DE");
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                "05 00",
                "30 02 31 00",
                "30 04 31 02 30 00",
                "30 02 05 00",
                "31 00",
                "30 00 00",
                "30 80 00 00",
                "30 0b 31 09 30 07 04 03 55 04 03 0c 00",
                "30 09 31 07 30 05 06 03 55 04 03",
                "30 04 31 02 05 00"
            })
    @DisplayName("is refused when its parts are not sets of attributes")
    void malformed(String hex) {
        Der der = Der.fromHex(hex.replace(" ", ""));

        assertThatThrownBy(() -> new SubjectName(der))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a distinguished name");
    }
}
