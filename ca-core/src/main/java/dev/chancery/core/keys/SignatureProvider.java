package dev.chancery.core.keys;

import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Which JCA provider signs, verifies and makes keys: Amazon's where its native library loads, else the JDK's, else
 * Bouncy Castle.
 *
 * <p>A provider is asked for by what it offers, never by its name alone: where Amazon's native library does not load, the
 * provider is there and offers nothing. So nothing that is missing here can stop a start.
 */
public final class SignatureProvider {
    /** The name of a class, not the class: the core compiles and runs without it. */
    private static final String AMAZON_CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private final List<Provider> preferred;
    private final List<Provider> lastResort = new ArrayList<>();
    private final Optional<String> trouble;

    /** @param preferred tried first, in this order, before those of the Java runtime */
    public SignatureProvider(List<Provider> preferred) {
        this(preferred, Optional.empty());
    }

    private SignatureProvider(List<Provider> preferred, Optional<String> trouble) {
        this.preferred = List.copyOf(preferred);
        this.trouble = trouble;
    }

    /** Amazon's provider when the class path has it and its native library runs here. */
    public static SignatureProvider fastest() {
        try {
            List<Provider> found = ServiceLoader.load(Provider.class).stream()
                    .filter(candidate -> candidate.type().getName().equals(AMAZON_CORRETTO))
                    .map(ServiceLoader.Provider::get)
                    .toList();
            boolean works = found.stream().allMatch(provider -> offers(provider, "Signature", "SHA256withRSA"));
            return works
                    ? new SignatureProvider(found)
                    : new SignatureProvider(List.of(), Optional.of("its native library does not load on this system"));
        } catch (java.util.ServiceConfigurationError | LinkageError e) {
            return new SignatureProvider(List.of(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** The providers to try before the JDK's, for code that verifies: empty when there is none. */
    public List<Provider> preferred() {
        return preferred;
    }

    /** Who can load such a key and sign so, best first. */
    List<Provider> candidates(String keyFactory, String signature) {
        Stream<Provider> installed = Stream.of(Security.getProviders());
        List<Provider> candidates = Stream.concat(preferred.stream(), installed)
                .filter(provider -> offers(provider, "KeyFactory", keyFactory))
                .filter(provider -> offers(provider, "Signature", signature))
                .distinct()
                .toList();
        return candidates.isEmpty() ? bouncyCastle() : candidates;
    }

    /** Those, and Bouncy Castle in any case, for a measurement. */
    List<Provider> everyone(String keyFactory, String signature) {
        return Stream.concat(candidates(keyFactory, signature).stream(), bouncyCastle().stream())
                .distinct()
                .toList();
    }

    /** One line for the log of a start: who signs with which kind of key, and why not Amazon's provider. */
    public String describe() {
        String rsa = best("RSA", SignatureAlgorithm.SHA256_WITH_RSA);
        String ec = best("EC", SignatureAlgorithm.SHA256_WITH_ECDSA);
        String signers = rsa.equals(ec) ? rsa : "RSA by " + rsa + ", ECDSA by " + ec;
        return signers
                + trouble.map(why -> " (Amazon Corretto Crypto Provider is not used: " + why + ")")
                        .orElse("");
    }

    private String best(String keyFactory, SignatureAlgorithm signature) {
        Provider provider = candidates(keyFactory, signature.jcaName()).get(0);
        return provider.getName() + " " + provider.getVersionStr();
    }

    /** Made only when needed: it takes a tenth of a second. */
    private synchronized List<Provider> bouncyCastle() {
        if (lastResort.isEmpty()) {
            lastResort.add(new BouncyCastleProvider());
        }
        return List.copyOf(lastResort);
    }

    private static boolean offers(Provider provider, String type, String algorithm) {
        return provider.getService(type, algorithm) != null;
    }
}
