package dev.chancery.server.backup;

import dev.chancery.core.x509.Der;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.PasswordRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * What stands before the ciphertext, its octets as {@link Der}. There is exactly one encoding of it, so that a file of which any octet was changed is
 * another file.
 *
 * <pre>
 * ContentInfo ::= SEQUENCE {                                              RFC 5652 §3
 *   contentType  id-ct-authEnvelopedData,
 *   content  [0] AuthEnvelopedData ::= SEQUENCE {                          RFC 5083 §2.1
 *     version            0,
 *     recipientInfos     SET { [3] PasswordRecipientInfo {                 RFC 5652 §6.2.4
 *       version                0,
 *       keyDerivationAlgorithm [0] PBKDF2 { salt, iterationCount, hmacWithSHA256 },
 *       keyEncryptionAlgorithm     PWRI-KEK { aes256-CBC { iv } },         RFC 3211 §2.3.1
 *       encryptedKey               OCTET STRING } },
 *     authEncryptedContentInfo SEQUENCE {
 *       contentType                id-data,
 *       contentEncryptionAlgorithm aes256-GCM { nonce, icvlen 16 },        RFC 5084 §3.2
 *       encryptedContent [0]       OCTET STRING in pieces of 64 KiB },
 *     mac                OCTET STRING } }
 * </pre>
 *
 * The outer sequences are of indefinite length (BER), since nobody knows the length before the end.
 */
record EnvelopeHeader(Der salt, int iterations, Der iv, Der wrappedKey, Der nonce) {
    static final int TAG_OCTETS = 16;
    /** Above it a changed file could keep a reader busy for minutes. */
    private static final int MOST_ITERATIONS = 10_000_000;

    private static final int LONGEST_PART = 1024;
    private static final byte[] INDEFINITE_SEQUENCE = {0x30, (byte) 0x80};
    private static final byte[] INDEFINITE_ZERO = {(byte) 0xa0, (byte) 0x80};

    byte[] encode() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(beforeRecipients());
        out.writeBytes(new DERSet(new RecipientInfo(recipient())).getEncoded(ASN1Encoding.DER));
        out.writeBytes(beforeAlgorithm());
        out.writeBytes(new AlgorithmIdentifier(
                        NISTObjectIdentifiers.id_aes256_GCM, new GCMParameters(nonce.octets(), TAG_OCTETS))
                .getEncoded(ASN1Encoding.DER));
        out.writeBytes(INDEFINITE_ZERO);
        return out.toByteArray();
    }

    private PasswordRecipientInfo recipient() {
        AlgorithmIdentifier prf = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
        AlgorithmIdentifier cipher =
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(iv.octets()));
        return new PasswordRecipientInfo(
                new AlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt.octets(), iterations, prf)),
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_PWRI_KEK, cipher),
                new DEROctetString(wrappedKey.octets()));
    }

    private static byte[] beforeRecipients() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(INDEFINITE_SEQUENCE);
        out.writeBytes(der(CMSObjectIdentifiers.authEnvelopedData));
        out.writeBytes(INDEFINITE_ZERO);
        out.writeBytes(INDEFINITE_SEQUENCE);
        out.writeBytes(der(new ASN1Integer(0)));
        return out.toByteArray();
    }

    private static byte[] beforeAlgorithm() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(INDEFINITE_SEQUENCE);
        out.writeBytes(der(CMSObjectIdentifiers.data));
        return out.toByteArray();
    }

    private static byte[] der(ASN1Encodable value) throws IOException {
        return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    }

    /** Reads up to the first piece of ciphertext. */
    static EnvelopeHeader read(InputStream in) throws IOException {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        try {
            fixed(in, beforeRecipients(), seen);
            byte[] recipients = element(in, seen);
            fixed(in, beforeAlgorithm(), seen);
            byte[] algorithm = element(in, seen);
            fixed(in, INDEFINITE_ZERO, seen);
            EnvelopeHeader header = of(recipients, algorithm);
            if (!Arrays.equals(header.encode(), seen.toByteArray())) {
                throw notOurs();
            }
            return header;
        } catch (BackupRefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            // Bouncy Castle casts before it looks, and what is optional is null where it is missing.
            throw notOurs();
        } catch (EOFException e) {
            throw new BackupRefusedException(
                    "The file is no backup of Chancery, or it was cut off near its beginning.");
        }
    }

    private static EnvelopeHeader of(byte[] recipients, byte[] algorithm) {
        ASN1Set set = ASN1Set.getInstance(parse(recipients));
        PasswordRecipientInfo recipient = PasswordRecipientInfo.getInstance(
                RecipientInfo.getInstance(set.getObjectAt(0)).getInfo());
        PBKDF2Params derivation =
                PBKDF2Params.getInstance(recipient.getKeyDerivationAlgorithm().getParameters());
        AlgorithmIdentifier cipher = AlgorithmIdentifier.getInstance(
                recipient.getKeyEncryptionAlgorithm().getParameters());
        AlgorithmIdentifier content = AlgorithmIdentifier.getInstance(parse(algorithm));
        int iterations = derivation.getIterationCount().intValueExact();
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            throw notOurs();
        }
        return new EnvelopeHeader(
                Der.ofOwned(derivation.getSalt()),
                iterations,
                Der.ofOwned(ASN1OctetString.getInstance(cipher.getParameters()).getOctets()),
                Der.ofOwned(recipient.getEncryptedKey().getOctets()),
                Der.ofOwned(GCMParameters.getInstance(content.getParameters()).getNonce()));
    }

    private static ASN1Primitive parse(byte[] element) {
        try {
            return ASN1Primitive.fromByteArray(element);
        } catch (IOException e) {
            throw notOurs();
        }
    }

    /** One element of definite length, and not a long one. */
    private static byte[] element(InputStream in, ByteArrayOutputStream seen) throws IOException {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(octet(in));
        int first = octet(in);
        element.write(first);
        int length = first;
        if (first > 0x80 && first <= 0x82) {
            length = 0;
            for (int i = 0; i < first - 0x80; i++) {
                int next = octet(in);
                element.write(next);
                length = length << 8 | next;
            }
        }
        if (first == 0x80 || first > 0x82 || length > LONGEST_PART) {
            throw notOurs();
        }
        byte[] value = in.readNBytes(length);
        if (value.length < length) {
            throw new EOFException();
        }
        element.writeBytes(value);
        seen.writeBytes(element.toByteArray());
        return element.toByteArray();
    }

    private static void fixed(InputStream in, byte[] expected, ByteArrayOutputStream seen) throws IOException {
        for (byte one : expected) {
            if (octet(in) != (one & 0xff)) {
                throw notOurs();
            }
        }
        seen.writeBytes(expected);
    }

    static int octet(InputStream in) throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException();
        }
        return octet;
    }

    private static BackupRefusedException notOurs() {
        return new BackupRefusedException("The file is no backup of Chancery, or its beginning was changed.");
    }
}
