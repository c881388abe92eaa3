package dev.chancery.core.x509;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.RFC4519Style;

/** A distinguished name, kept as its exact DER so that copies of it are byte-identical (RFC 5280 §4.1.2.4). */
public record SubjectName(Der der) {
    public static final SubjectName EMPTY = new SubjectName(Der.fromHex("3000"));

    public SubjectName {
        try {
            X500Name.getInstance(der.unsafeOctets());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a distinguished name: " + e.getMessage(), e);
        }
    }

    /**
     * From RFC 4514 text, {@code CN=www.example.com,O=Example}; the last RDN of the text is encoded first.
     *
     * @throws IllegalArgumentException with the text, the reason as its cause, and an example
     */
    public static SubjectName parse(String rfc4514) {
        try {
            return of(new X500Name(RFC4519Style.INSTANCE, rfc4514));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"" + rfc4514 + "\" is not a distinguished name (" + e.getMessage()
                            + "); write it like CN=www.example.com,O=Example,C=DE",
                    e);
        }
    }

    public static SubjectName of(X500Name name) {
        try {
            return new SubjectName(Der.ofOwned(name.getEncoded("DER")));
        } catch (IOException e) {
            throw new IllegalArgumentException("a name that cannot be encoded: " + name, e);
        }
    }

    public X500Name x500Name() {
        return X500Name.getInstance(der.unsafeOctets());
    }

    public boolean isEmpty() {
        return x500Name().size() == 0;
    }

    /** The first common name as text. */
    public Optional<String> commonName() {
        RDN[] found = x500Name().getRDNs(BCStyle.CN);
        return found.length == 0 || !(found[0].getFirst().getValue() instanceof ASN1String string)
                ? Optional.empty()
                : Optional.of(string.getString());
    }

    /** The common name when there is one, else the whole name: for people. */
    public String shortName() {
        return commonName().orElseGet(this::rfc4514);
    }

    /** RFC 4514 text with the attribute names people know ({@code CN}, {@code O}, {@code emailAddress}). */
    public String rfc4514() {
        return BCStyle.INSTANCE.toString(reversed(x500Name()));
    }

    private static X500Name reversed(X500Name name) {
        RDN[] rdns = name.getRDNs();
        RDN[] turned = new RDN[rdns.length];
        for (int i = 0; i < rdns.length; i++) {
            turned[i] = rdns[rdns.length - 1 - i];
        }
        return new X500Name(turned);
    }

    @Override
    public String toString() {
        return rfc4514();
    }
}
