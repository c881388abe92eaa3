package dev.chancery.core.inspection;

import dev.chancery.core.csr.PredictableKeys;
import dev.chancery.core.fuzz.Target;
import dev.chancery.core.inspection.FileInspector.Source;
import dev.chancery.core.lint.LintSamples;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Pem;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files of strangers, as {@code chancery lint} and the page take them. */
public final class FileTarget implements Target {
    private final FileInspector inspector = new FileInspector(PredictableKeys.none());
    private final Source issuer = new Source("issuer", LintSamples.root());

    @Override
    public List<byte[]> seeds() {
        String chain = Pem.encode("CERTIFICATE", LintSamples.server()) + Pem.encode("CERTIFICATE", LintSamples.root());
        return List.of(
                chain.getBytes(StandardCharsets.US_ASCII),
                LintSamples.server().octets(),
                LintSamples.crl().octets(),
                LintSamples.request().octets());
    }

    @Override
    public boolean read(byte[] input) {
        Inspection inspection = inspector.inspect(List.of(new Source("input", Der.copyOf(input))), List.of(issuer));
        inspection.items().forEach(item -> item.findings().forEach(item::nextStep));
        return inspection.good();
    }
}
