package dev.chancery.web.pages.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person copies into a terminal to trust the roots. Each command fetches a certificate over plain HTTP, compares its
 * SHA-256 with the one that the page shows, and installs it only then.
 *
 * @param base address of this server as it stands in certificates, {@code http://pki.example.com}
 * @param roots into the store of trusted roots
 * @param intermediates into the store of intermediate authorities, where a platform has one
 */
public record TrustCommands(String base, List<TrustView.Ca> roots, List<TrustView.Ca> intermediates) {
    private static final String DEBIAN = "/usr/local/share/ca-certificates/";
    private static final String FEDORA = "/etc/pki/ca-trust/source/anchors/";

    public TrustCommands {
        roots = List.copyOf(roots);
        intermediates = List.copyOf(intermediates);
    }

    /** PowerShell, as administrator: for everybody on the computer. */
    public String windowsMachine() {
        return windows("LocalMachine");
    }

    /** PowerShell: for the one who is signed in. */
    public String windowsUser() {
        return windows("CurrentUser");
    }

    /** One statement for each certificate: what is pasted runs line by line, and a failed line would stop no other. */
    private String windows(String location) {
        return Stream.concat(
                        roots.stream().map(ca -> windows(ca, location, "Root")),
                        intermediates.stream().map(ca -> windows(ca, location, "CA")))
                .collect(Collectors.joining("\n"));
    }

    private String windows(TrustView.Ca ca, String location, String store) {
        String file = "$env:TEMP\\chancery-" + ca.file() + ".crt";
        return "Invoke-WebRequest -UseBasicParsing " + base + "/ca/" + ca.file() + ".crt -OutFile " + file
                + "; if ((Get-FileHash " + file + ").Hash -eq '" + ca.sha256() + "') { Import-Certificate " + file
                + " -CertStoreLocation Cert:\\" + location + "\\" + store
                + " } else { 'This is another certificate than the page showed. Nothing was installed.' }";
    }

    /** The first root, for every computer of an Active Directory forest. */
    public String windowsForest() {
        return "certutil -dspublish -f "
                + roots.stream().map(TrustView.Ca::file).findFirst().orElse("root") + ".crt RootCA";
    }

    public String debian() {
        return linux(DEBIAN, "sudo update-ca-certificates");
    }

    public String fedora() {
        return linux(FEDORA, "sudo update-ca-trust");
    }

    /** The folders want PEM under the ending {@code .crt}. */
    private String linux(String folder, String then) {
        return roots.stream()
                        .map(ca -> fetched(ca, "sha256sum -c") + " &&\n  openssl x509 -inform der -in " + local(ca)
                                + " |\n  sudo tee " + folder + local(ca) + " >/dev/null")
                        .collect(Collectors.joining(" &&\n"))
                + " &&\n  " + then;
    }

    public String mac() {
        return roots.stream()
                .map(ca -> fetched(ca, "shasum -a 256 -c")
                        + " &&\n  sudo security add-trusted-cert -d -r trustRoot"
                        + " -k /Library/Keychains/System.keychain " + local(ca))
                .collect(Collectors.joining(" &&\n"));
    }

    public String java() {
        return roots.stream()
                .map(ca -> fetched(ca, "sha256sum -c")
                        + " &&\n  keytool -importcert -cacerts -storepass changeit -alias chancery-" + ca.file()
                        + " -file " + local(ca))
                .collect(Collectors.joining(" &&\n"));
    }

    private String fetched(TrustView.Ca ca, String compare) {
        return "curl -fsS " + base + "/ca/" + ca.file() + ".crt -o " + local(ca) + " &&\n  echo \""
                + ca.sha256().toLowerCase(java.util.Locale.ROOT) + "  " + local(ca) + "\" | " + compare;
    }

    private static String local(TrustView.Ca ca) {
        return "chancery-" + ca.file() + ".crt";
    }

    /** Where the commands above leave the roots, for Firefox to find them. */
    public static List<String> places(String file) {
        String local = "chancery-" + file + ".crt";
        return List.of(DEBIAN + local, FEDORA + local);
    }
}
