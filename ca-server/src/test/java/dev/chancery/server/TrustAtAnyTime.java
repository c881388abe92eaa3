package dev.chancery.server;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** For a client whose clock is not the server's: whatever the server shows must end at the root, and may end any day. */
final class TrustAtAnyTime extends X509ExtendedTrustManager {
    private final X509Certificate root;

    private TrustAtAnyTime(X509Certificate root) {
        this.root = root;
    }

    static SSLContext in(X509Certificate root) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAtAnyTime(root)}, null);
        return context;
    }

    private void judge(X509Certificate[] chain) throws CertificateException {
        try {
            for (int i = 0; i < chain.length; i++) {
                chain[i].verify((i + 1 < chain.length ? chain[i + 1] : root).getPublicKey());
            }
        } catch (GeneralSecurityException e) {
            throw new CertificateException("not a chain to the root", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        judge(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        judge(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        judge(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[] {root};
    }
}
