package dev.chancery.core.csr;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.DerCursor.MalformedDerException;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import java.util.ArrayList;
import java.util.List;

/**
 * The alternative names that a request asks for in its extensionRequest (RFC 2985 §5.4.2) or in Microsoft's attribute of
 * the same meaning. No other attribute and no other extension is read: what a certificate contains is for its profile to
 * say.
 */
record RequestedNames(List<RequestedName> names, List<Objection> objections) {
    private static final Der EXTENSION_REQUEST = Der.fromHex("06092a864886f70d01090e");
    private static final Der MICROSOFT_CERT_EXTENSIONS = Der.fromHex("060a2b06010401823702010e");
    private static final Der SUBJECT_ALT_NAME = Der.fromHex("0603551d11");
    private static final int MAXIMUM_DEPTH = 32;
    private static final int MAXIMUM_ELEMENTS = 10_000;

    RequestedNames {
        names = List.copyOf(names);
        objections = List.copyOf(objections);
    }

    static RequestedNames read(List<DerCursor> attributes) {
        List<RequestedName> names = new ArrayList<>();
        List<Objection> objections = new ArrayList<>();
        try {
            for (DerCursor attribute : attributes) {
                List<DerCursor> typeAndValues = RequestParts.children(attribute, 2, 2);
                RequestParts.expect(typeAndValues.get(0), 0x06, "attribute type");
                DerCursor type = typeAndValues.get(0);
                if (type.is(EXTENSION_REQUEST) || type.is(MICROSOFT_CERT_EXTENSIONS)) {
                    RequestParts.expect(typeAndValues.get(1), 0x31, "SET of values");
                    for (DerCursor extensions : typeAndValues.get(1).children()) {
                        readExtensions(extensions, names, objections);
                    }
                }
            }
        } catch (MalformedDerException e) {
            objections.add(malformed("The request's attributes are malformed", e));
        }
        return new RequestedNames(names, objections);
    }

    private static void readExtensions(DerCursor extensions, List<RequestedName> names, List<Objection> objections) {
        for (DerCursor extension : RequestParts.children(extensions, 0, Integer.MAX_VALUE)) {
            List<DerCursor> parts = RequestParts.children(extension, 2, 3);
            RequestParts.expect(parts.get(0), 0x06, "extension identifier");
            if (parts.get(0).is(SUBJECT_ALT_NAME)) {
                DerCursor value = parts.get(parts.size() - 1);
                RequestParts.expect(value, 0x04, "extension value");
                readNames(value, names, objections);
            }
        }
    }

    private static void readNames(DerCursor value, List<RequestedName> names, List<Objection> objections) {
        byte[] content = value.content();
        DerCursor.walk(content, MAXIMUM_DEPTH, MAXIMUM_ELEMENTS);
        List<DerCursor> generalNames = RequestParts.children(DerCursor.of(content), 1, Integer.MAX_VALUE);
        for (int i = 0; i < generalNames.size(); i++) {
            try {
                names.add(RequestedGeneralName.read(generalNames.get(i)));
            } catch (MalformedDerException e) {
                objections.add(malformed("Alternative name " + (i + 1) + " of the request is malformed", e));
            }
        }
    }

    private static Objection malformed(String where, MalformedDerException e) {
        return Objection.of(
                "csr-names",
                "csr",
                where + ": " + e.getMessage() + ". Make the request again, or leave its alternative names out and give"
                        + " them beside it.");
    }
}
