// DER, PKCS #8, PKCS #10 and PKCS #12 with the browser's own cryptography, as far as a key that is made here needs them.
// Why this is no library: docs/browser-keys.md.
"use strict";
const Pkix = (() => {
  const subtle = globalThis.crypto?.subtle;
  // As the server's own PFX: for the MAC too, which would otherwise be the cheaper way to guess the password.
  const ROUNDS = 100000;
  const MOST_ROUNDS = 10000000;

  const fault = (code) => Object.assign(new Error(code), { code });
  const random = (length) => crypto.getRandomValues(new Uint8Array(length));
  const ascii = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const hex = (octets) => Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join("");
  const same = (one, other) => one.length === other.length && one.every((octet, i) => octet === other[i]);
  const join = (parts) => {
    const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  };

  // ---- DER (X.690)
  const tlv = (tag, ...parts) => {
    const content = join(parts);
    const size = content.length;
    const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size]
      : size < 0x10000 ? [0x82, size >> 8, size & 255] : [0x83, size >> 16, (size >> 8) & 255, size & 255];
    return join([Uint8Array.of(tag, ...length), content]);
  };
  const sequence = (...parts) => tlv(0x30, ...parts);
  const octetString = (...parts) => tlv(0x04, ...parts);
  const bitString = (octets) => tlv(0x03, Uint8Array.of(0), octets);
  const explicit = (number, ...parts) => tlv(0xa0 + number, ...parts);
  const nothing = Uint8Array.of(0x05, 0x00);
  const setOf = (...parts) => tlv(0x31, ...parts.sort((one, other) => (hex(one) < hex(other) ? -1 : 1)));
  const unsigned = (octets) => {
    let first = 0;
    while (first < octets.length - 1 && octets[first] === 0) first++;
    const rest = octets.subarray(first);
    return tlv(0x02, rest[0] > 0x7f ? Uint8Array.of(0) : new Uint8Array(0), rest);
  };
  const integer = (number) => unsigned(Uint8Array.of(number >> 24, number >> 16, number >> 8, number));
  const oid = (text) => {
    const [first, second, ...rest] = text.split(".").map(Number);
    const octets = [40 * first + second];
    for (const arc of rest) {
      const groups = [arc & 127];
      for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left & 127) | 128);
      octets.push(...groups);
    }
    return tlv(0x06, Uint8Array.from(octets));
  };
  // The elements of one level.
  const read = (der) => {
    const found = [];
    for (let at = 0; at < der.length;) {
      let start = at + 2;
      let length = der[at + 1];
      if (length > 0x7f) {
        const count = length & 127;
        length = count && count < 4 ? 0 : NaN;
        for (let i = 0; i < count; i++) length = length * 256 + der[start + i];
        start += count;
      }
      const end = start + length;
      if (!(end <= der.length)) throw fault("unreadable");
      found.push({ tag: der[at], whole: der.subarray(at, end), content: der.subarray(start, end) });
      at = end;
    }
    return found;
  };
  const only = (der, tag) => {
    const [element] = read(der);
    if (element?.tag !== tag) throw fault("unreadable");
    return element.content;
  };
  const is = (element, text) => Boolean(element) && same(element.whole, oid(text));

  // ---- PEM (RFC 7468)
  const base64 = (octets) => btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(""));
  const pem = (label, der) =>
    `-----BEGIN ${label}-----\n${base64(der).replace(/(.{64})(?=.)/g, "$1\n")}\n-----END ${label}-----\n`;
  const unpem = (text) =>
    [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/g)]
      .map(([, label, body]) => ({ label, der: ascii(atob(body.replace(/\s/g, ""))) }));

  // ---- keys
  const RSA = "1.2.840.113549.1.1.1";
  const EC = "1.2.840.10045.2.1";
  const rsa = (bits) => ({
    make: {
      name: "RSASSA-PKCS1-v1_5", modulusLength: bits, publicExponent: Uint8Array.of(1, 0, 1), hash: "SHA-256",
    },
    sign: { name: "RSASSA-PKCS1-v1_5" },
    signature: sequence(oid("1.2.840.113549.1.1.11"), nothing),
  });
  const ec = (curve, hash, signature) => ({
    make: { name: "ECDSA", namedCurve: curve }, sign: { name: "ECDSA", hash }, signature: sequence(oid(signature)),
  });
  const KINDS = {
    "rsa-2048": rsa(2048),
    "rsa-3072": rsa(3072),
    "rsa-4096": rsa(4096),
    "ec-p256": ec("P-256", "SHA-256", "1.2.840.10045.4.3.2"),
    "ec-p384": ec("P-384", "SHA-384", "1.2.840.10045.4.3.3"),
  };
  const CURVES = { "1.2.840.10045.3.1.7": "P-256", "1.3.132.0.34": "P-384", "1.3.132.0.35": "P-521" };

  const generate = async (kind) => {
    const pair = await subtle.generateKey(KINDS[kind].make, true, ["sign", "verify"]);
    return { kind, pair, pkcs8: new Uint8Array(await subtle.exportKey("pkcs8", pair.privateKey)) };
  };

  // ---- PKCS #10 (RFC 2986)
  const address = (text) => {
    if (!text.includes(":")) return Uint8Array.from(text.split("."), Number);
    const canonical = new URL(`http://[${text}]/`).hostname.slice(1, -1);
    const [head, tail] = canonical.split("::").map((half) => half.split(":").filter((group) => group));
    const groups = tail ? [...head, ...Array(8 - head.length - tail.length).fill("0"), ...tail] : head;
    return Uint8Array.from(groups.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]));
  };
  const generalName = (name) =>
    name.includes("://") ? tlv(0x86, ascii(name))
      : name.includes("@") ? tlv(0x81, ascii(name))
        : /^[0-9.]+$|:/.test(name) ? tlv(0x87, address(name)) : tlv(0x82, ascii(name));
  const generalNames = (names) =>
    names.flatMap((name) => {
      try {
        return /^[\x21-\x7e]+$/.test(name) ? [generalName(name)] : [];
      } catch {
        // The server says what is wrong with it; the names of the form count, not those in here.
        return [];
      }
    });
  const signed = async ({ kind, pair }, info) => {
    const raw = new Uint8Array(await subtle.sign(KINDS[kind].sign, pair.privateKey, info));
    // WebCrypto gives r and s one behind the other; X.509 wants ECDSA-Sig-Value (RFC 3279 §2.2.3).
    const half = raw.length / 2;
    return kind.startsWith("ec") ? sequence(unsigned(raw.subarray(0, half)), unsigned(raw.subarray(half))) : raw;
  };
  const request = async (key, names) => {
    const common = names.find((name) => /^[A-Za-z0-9*.-]*[A-Za-z][A-Za-z0-9*.-]*$/.test(name) && name.length <= 64);
    const subject = common ? sequence(tlv(0x31, sequence(oid("2.5.4.3"), tlv(0x0c, ascii(common))))) : sequence();
    const alternative = generalNames(names);
    const wishes = alternative.length === 0 ? [] : [sequence(
      oid("1.2.840.113549.1.9.14"),
      setOf(sequence(sequence(oid("2.5.29.17"), octetString(sequence(...alternative))))),
    )];
    const spki = new Uint8Array(await subtle.exportKey("spki", key.pair.publicKey));
    const info = sequence(integer(0), subject, spki, explicit(0, ...wishes));
    return sequence(info, KINDS[key.kind].signature, bitString(await signed(key, info)));
  };

  // ---- PBES2 (RFC 8018 §6.2)
  const PBES2 = "1.2.840.113549.1.5.13";
  const PBKDF2 = "1.2.840.113549.1.5.12";
  const AES = { "2.16.840.1.101.3.4.1.2": 128, "2.16.840.1.101.3.4.1.22": 192, "2.16.840.1.101.3.4.1.42": 256 };
  const HMAC = {
    "1.2.840.113549.2.7": "SHA-1", "1.2.840.113549.2.9": "SHA-256",
    "1.2.840.113549.2.10": "SHA-384", "1.2.840.113549.2.11": "SHA-512",
  };
  const cipherKey = async (password, salt, iterations, hash, length) => {
    const secret = await subtle.importKey("raw", new TextEncoder().encode(password), "PBKDF2", false, ["deriveKey"]);
    return subtle.deriveKey(
      { name: "PBKDF2", salt, iterations, hash }, secret, { name: "AES-CBC", length }, false, ["encrypt", "decrypt"]);
  };
  const encrypt = async (plain, password) => {
    const salt = random(16);
    const iv = random(16);
    const key = await cipherKey(password, salt, ROUNDS, "SHA-256", 256);
    const derivation = sequence(octetString(salt), integer(ROUNDS), sequence(oid("1.2.840.113549.2.9"), nothing));
    return {
      scheme: sequence(oid(PBES2), sequence(
        sequence(oid(PBKDF2), derivation),
        sequence(oid("2.16.840.1.101.3.4.1.42"), octetString(iv)),
      )),
      cipher: new Uint8Array(await subtle.encrypt({ name: "AES-CBC", iv }, key, plain)),
    };
  };
  const named = (table, element) => {
    const found = Object.entries(table).find(([text]) => is(element, text));
    if (!found) throw fault("format");
    return found[1];
  };

  // ---- PKCS #8 (RFC 5958 §3): EncryptedPrivateKeyInfo
  const lock = async (pkcs8, password) => {
    const { scheme, cipher } = await encrypt(pkcs8, password);
    return sequence(scheme, octetString(cipher));
  };
  const unlock = async (locked, password) => {
    const [scheme, cipher] = read(only(locked, 0x30));
    const [way, parameters] = read(scheme.content);
    if (!is(way, PBES2)) throw fault("format");
    const [derivation, encryption] = read(parameters.content).map((element) => read(element.content));
    if (!is(derivation[0], PBKDF2)) throw fault("format");
    const [salt, count, ...rest] = read(derivation[1].content);
    const iterations = count.content.reduce((number, octet) => number * 256 + octet, 0);
    const prf = rest.find((element) => element.tag === 0x30);
    if (!(iterations <= MOST_ROUNDS)) throw fault("format");
    const hash = prf ? named(HMAC, read(prf.content)[0]) : "SHA-1";
    const key = await cipherKey(password, salt.content, iterations, hash, named(AES, encryption[0]));
    try {
      const iv = encryption[1].content;
      return new Uint8Array(await subtle.decrypt({ name: "AES-CBC", iv }, key, cipher.content));
    } catch {
      throw fault("password");
    }
  };

  // The key of a file: PKCS #8, in PEM or DER, locked or not.
  const open = async (octets, password) => {
    const text = String.fromCharCode(...octets);
    const blocks = unpem(text);
    const block = blocks.find(({ label }) => label.endsWith("PRIVATE KEY"));
    if (block && !/^(ENCRYPTED )?PRIVATE KEY$/.test(block.label)) throw fault("format");
    if (!block && (blocks.length > 0 || octets[0] !== 0x30)) throw fault("no-key");
    const der = block ? block.der : octets;
    const locked = block ? block.label.startsWith("ENCRYPTED") : read(only(der, 0x30))[0].tag === 0x30;
    if (locked && !password) throw fault("password");
    return { pkcs8: locked ? await unlock(der, password) : der, locked };
  };

  // ---- whether a key belongs to a certificate: their public keys are the same octets
  const publicKey = async (pkcs8) => {
    const [, algorithm] = read(only(pkcs8, 0x30));
    const [kind, curve] = read(algorithm.content);
    const way = is(kind, RSA) ? { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }
      : is(kind, EC) ? { name: "ECDSA", namedCurve: named(CURVES, curve) } : null;
    if (!way) throw fault("format");
    const { kty, n, e, crv, x, y } = await subtle.exportKey("jwk", await subtle.importKey("pkcs8", pkcs8, way, true, ["sign"]));
    const shown = kty === "RSA" ? { kty, n, e } : { kty, crv, x, y };
    const imported = await subtle.importKey("jwk", shown, way, true, ["verify"]);
    return new Uint8Array(await subtle.exportKey("spki", imported));
  };
  const belongs = async (pkcs8, certificate) => {
    const fields = read(read(only(certificate, 0x30))[0].content);
    // version [0], serialNumber, signature, issuer, validity, subject, subjectPublicKeyInfo
    const spki = fields[fields[0].tag === 0xa0 ? 6 : 5];
    return same(spki.whole, await publicKey(pkcs8));
  };

  // ---- SHA-256 (FIPS 180-4) without waiting, for the 100,000 rounds of the PKCS #12 derivation, which WebCrypto lacks
  const PRIMES = [];
  for (let n = 2; PRIMES.length < 64; n++) if (PRIMES.every((prime) => n % prime)) PRIMES.push(n);
  const fraction = (number) => ((number - Math.floor(number)) * 2 ** 32) | 0;
  const ROUND = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
  const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
  const right = (word, count) => (word >>> count) | (word << (32 - count));
  const schedule = new Int32Array(64);
  const compress = (state, block, at) => {
    const w = schedule;
    for (let t = 0; t < 16; t++) w[t] = block.getInt32(at + 4 * t);
    for (let t = 16; t < 64; t++) {
      const a = w[t - 15];
      const b = w[t - 2];
      w[t] = w[t - 16] + (right(a, 7) ^ right(a, 18) ^ (a >>> 3)) + w[t - 7] + (right(b, 17) ^ right(b, 19) ^ (b >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let t = 0; t < 64; t++) {
      const one = (h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[t] + w[t]) | 0;
      const two = ((right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] += word));
  };
  const sha256 = (message) => {
    const padded = new Uint8Array((((message.length + 8) >> 6) + 1) * 64);
    padded.set(message);
    padded[message.length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 4, message.length * 8);
    const state = START.slice();
    for (let at = 0; at < padded.length; at += 64) compress(state, view, at);
    const digest = new Uint8Array(32);
    state.forEach((word, i) => new DataView(digest.buffer).setInt32(4 * i, word));
    return digest;
  };

  // ---- PKCS #12 (RFC 7292)
  const DATA = "1.2.840.113549.1.7.1";
  const bmp = (text) => Uint8Array.from(text.split("").flatMap((unit) => [unit.charCodeAt(0) >> 8, unit.charCodeAt(0) & 255]));
  const filled = (octets) => {
    const whole = new Uint8Array(Math.ceil(octets.length / 64) * 64);
    return whole.map((_, i) => octets[i % octets.length]);
  };
  // Appendix B.2, for one block of output and the MAC's identifier 3.
  const macKey = (password, salt) => {
    let key = join([new Uint8Array(64).fill(3), filled(salt), filled(join([bmp(password), Uint8Array.of(0, 0)]))]);
    for (let round = 0; round < ROUNDS; round++) key = sha256(key);
    return key;
  };
  const mac = async (content, password) => {
    const salt = random(16);
    const key = await subtle.importKey(
      "raw", macKey(password, salt), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    const digest = new Uint8Array(await subtle.sign("HMAC", key, content));
    const info = sequence(sequence(oid("2.16.840.1.101.3.4.2.1"), nothing), octetString(digest));
    return sequence(info, octetString(salt), integer(ROUNDS));
  };
  const bag = (type, content, ...attributes) =>
    sequence(oid(`1.2.840.113549.1.12.10.1.${type}`), explicit(0, content), ...attributes);
  const pfx = async ({ pkcs8, certificates, name, password }) => {
    const keyId = new Uint8Array(await subtle.digest("SHA-1", certificates[0]));
    const attributes = setOf(
      sequence(oid("1.2.840.113549.1.9.20"), setOf(tlv(0x1e, bmp(name)))),
      sequence(oid("1.2.840.113549.1.9.21"), setOf(octetString(keyId))),
    );
    const bags = certificates.map((der, i) => bag(
      3, sequence(oid("1.2.840.113549.1.9.22.1"), explicit(0, octetString(der))), ...(i === 0 ? [attributes] : [])));
    const { scheme, cipher } = await encrypt(sequence(...bags), password);
    const hidden = sequence(integer(0), sequence(oid(DATA), scheme, tlv(0x80, cipher)));
    const content = sequence(
      sequence(oid("1.2.840.113549.1.7.6"), explicit(0, hidden)),
      sequence(oid(DATA), explicit(0, octetString(sequence(bag(2, await lock(pkcs8, password), attributes))))),
    );
    return sequence(
      integer(3), sequence(oid(DATA), explicit(0, octetString(content))), await mac(content, password));
  };

  // Four groups of five letters and digits that nobody mistakes, about 99 bits, as the server makes them.
  const password = () => {
    const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    const letters = [];
    while (letters.length < 20) {
      // 248 is the largest multiple of 31 below 256: each letter is as likely as any other.
      letters.push(...Array.from(random(32)).filter((octet) => octet < 248).map((octet) => alphabet[octet % 31]));
    }
    return letters.slice(0, 20).join("").replace(/(.{5})(?=.)/g, "$1-");
  };

  return { supported: Boolean(subtle), generate, request, lock, open, belongs, pfx, pem, unpem, password, sha256 };
})();
