package dev.chancery.publisher.ocsp;

import dev.chancery.core.keys.LongMessage;
import dev.chancery.core.keys.SignatureAlgorithm;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.Der;

/** Stamps the same octets on everything, where nobody looks at the signature. */
record Rubber(SigningKey like) implements SigningKey {
    @Override
    public Der publicKeyInfo() {
        return like.publicKeyInfo();
    }

    @Override
    public SignatureAlgorithm algorithm() {
        return like.algorithm();
    }

    @Override
    public Der sign(Der message) {
        return Der.ofOwned(new byte[70]);
    }

    @Override
    public Der sign(LongMessage message) {
        return Der.ofOwned(new byte[70]);
    }

    @Override
    public String provider() {
        return "rubber";
    }
}
