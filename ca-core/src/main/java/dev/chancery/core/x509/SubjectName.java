package dev.chancery.core.x509;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.RFC4519Style;
import org.jspecify.annotations.Nullable;

/** A distinguished name, kept as its exact DER so that copies of it are byte-identical (RFC 5280 §4.1.2.4). */
public final class SubjectName {
    public static final SubjectName EMPTY = new SubjectName(Der.fromHex("3000"));

    private final Der der;
    private final X500Name name;

    /** @throws IllegalArgumentException when the octets are no distinguished name */
    public SubjectName(Der der) {
        this.der = der;
        this.name = read(der, () -> X500Name.getInstance(der.unsafeOctets()));
    }

    private SubjectName(Der der, X500Name name) {
        this.der = der;
        this.name = read(der, () -> name);
    }

    private static X500Name read(Der der, Supplier<X500Name> reading) {
        try {
            requireRdnSequence(DerCursor.of(der));
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a distinguished name: " + e.getMessage(), e);
        }
    }

    public Der der() {
        return der;
    }

    /**
     * Bouncy Castle looks at the parts of a name only when somebody asks for them, and then fails.
     *
     * <pre>
     * RDNSequence ::= SEQUENCE OF SET SIZE (1..MAX) OF SEQUENCE { type OBJECT IDENTIFIER, value ANY }
     * </pre>
     */
    private static void requireRdnSequence(DerCursor name) {
        require(name.tag() == 0x30, name);
        for (DerCursor rdn : name.children()) {
            require(rdn.tag() == 0x31 && rdn.contentLength() > 0, rdn);
            for (DerCursor attribute : rdn.children()) {
                require(attribute.tag() == 0x30, attribute);
                List<DerCursor> typeAndValue = attribute.children();
                require(typeAndValue.size() == 2 && typeAndValue.get(0).tag() == 0x06, attribute);
            }
        }
    }

    private static void require(boolean right, DerCursor where) {
        if (!right) {
            throw new DerCursor.MalformedDerException("no sequence of names", where.offset());
        }
    }

    /**
     * From RFC 4514 text, {@code CN=www.example.com,O=Example}; the last RDN of the text is encoded first.
     *
     * @throws IllegalArgumentException with the text, the reason as its cause, and an example
     */
    public static SubjectName parse(String rfc4514) {
        try {
            SubjectName name = new SubjectName(encoded(new X500Name(RFC4519Style.INSTANCE, rfc4514)));
            name.rfc4514(); // decodes the values, which the library would else do when somebody reads them: CN=#0c01a1
            return name;
        } catch (RuntimeException e) {
            // The library's reader was not made for strangers: CN=#zz is an illegal state to it, CN=# a null pointer.
            throw new IllegalArgumentException(
                    "\"" + rfc4514 + "\" is not a distinguished name (" + e.getMessage()
                            + "); write it like CN=www.example.com,O=Example,C=DE",
                    e);
        }
    }

    public static SubjectName of(X500Name name) {
        return new SubjectName(encoded(name), name);
    }

    private static Der encoded(X500Name name) {
        try {
            return Der.ofOwned(name.getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalArgumentException("a name that cannot be encoded: " + name, e);
        }
    }

    public X500Name x500Name() {
        return name;
    }

    public boolean isEmpty() {
        return name.size() == 0;
    }

    /** The first common name as text. */
    public Optional<String> commonName() {
        RDN[] found = name.getRDNs(BCStyle.CN);
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
        return BCStyle.INSTANCE.toString(reversed(name));
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
    public boolean equals(@Nullable Object other) {
        return other instanceof SubjectName subject && der.equals(subject.der);
    }

    @Override
    public int hashCode() {
        return der.hashCode();
    }

    @Override
    public String toString() {
        return rfc4514();
    }
}
