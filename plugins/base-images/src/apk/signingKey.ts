import {checkPrimeSync, createHash, createPrivateKey, createPublicKey} from 'node:crypto';

/** Bytes of each of the two primes: an RSA key of 2048 bits. */
const PRIME_BYTES = 128;
const EXPONENT = 65_537n;

interface SigningKey {
  /** PKCS #8, PEM. */
  private: string;
  /** SPKI, PEM. */
  public: string;
}

/**
 * The key that signs the offline repository. It is computed from a public text, so everybody has it and it secures
 * nothing: apk refuses a repository without a signature, and equal packages must give equal bytes, which a new key
 * would prevent. Never trust it outside of these images.
 */
export function signingKey(text = 'offline packages of rebuilt bases'): SigningKey {
  const [p, q] = [primeFrom(`${text}, p`), primeFrom(`${text}, q`)];
  const d = inverse(EXPONENT, (p - 1n) * (q - 1n));
  const jwk = {
    kty: 'RSA',
    ...{n: encode(p * q), e: encode(EXPONENT), d: encode(d), p: encode(p), q: encode(q)},
    ...{dp: encode(d % (p - 1n)), dq: encode(d % (q - 1n)), qi: encode(inverse(q, p))},
  };
  const key = createPrivateKey({key: jwk, format: 'jwk'});
  return {
    private: key.export({type: 'pkcs8', format: 'pem'}).toString(),
    public: createPublicKey(key).export({type: 'spki', format: 'pem'}).toString(),
  };
}

/** The first prime, from a number that the text gives, that the exponent can be used with. */
function primeFrom(text: string): bigint {
  const blocks = [0, 1].map((index) => createHash('sha512').update(`${text} ${index}`).digest());
  const bytes = Buffer.concat(blocks, PRIME_BYTES);
  // Both highest bits, so that the product has its full length; the lowest, since primes are odd.
  bytes.writeUInt8(bytes.readUInt8(0) | 0b1100_0000, 0);
  let candidate = BigInt(`0x${bytes.toString('hex')}`) | 1n;
  while ((candidate - 1n) % EXPONENT === 0n || !checkPrimeSync(candidate)) candidate += 2n;
  return candidate;
}

/** Modular inverse by the extended Euclidean algorithm. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [r, nextR] = [modulus, value % modulus];
  let [t, nextT] = [0n, 1n];
  while (nextR !== 0n) {
    const quotient = r / nextR;
    [r, nextR] = [nextR, r - quotient * nextR];
    [t, nextT] = [nextT, t - quotient * nextT];
  }
  return t < 0n ? t + modulus : t;
}

/** Base64url of a number's bytes, big-endian (RFC 7518). */
function encode(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}
