package dev.chancery.web.pages.view;

import java.util.Base64;

/**
 * A key that the server has made, in the only answer that has it.
 *
 * @param address the file itself as a {@code data:} URL, so that no copy stays here to be fetched
 * @param file its name
 * @param password the one that was made up; empty where its owner chose it
 * @param old whether the PFX is in the old format
 * @param path of the certificate, or of the request that waits for it
 * @param number of the request that waits; 0 where there is a certificate
 */
public record HandoutView(
        Frame frame,
        String title,
        String profile,
        String address,
        String file,
        String password,
        boolean old,
        String path,
        long number,
        InstallGuide guide) {

    public static String pfx(byte[] octets) {
        return "data:application/x-pkcs12;base64," + Base64.getEncoder().encodeToString(octets);
    }

    public static String pem(byte[] octets) {
        return "data:application/x-pem-file;base64," + Base64.getEncoder().encodeToString(octets);
    }

    public boolean waiting() {
        return number > 0;
    }

    public boolean madeUp() {
        return !password.isEmpty();
    }

    /** Without the password and the key. */
    @Override
    public String toString() {
        return "HandoutView[" + file + "]";
    }
}
