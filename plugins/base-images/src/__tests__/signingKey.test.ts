import {createHash, createPublicKey, sign, verify} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {signingKey} from '../apk/signingKey';

describe('the signing key of the offline repository', () => {
  const key = signingKey();

  it('is the same on every machine', () => {
    expect(createHash('sha256').update(key.public).digest('hex').slice(0, 16)).toBe('144388a0d2a18db2');
    expect(signingKey()).toEqual(key);
    expect(signingKey('another text').public).not.toBe(key.public);
  });

  it('signs and verifies, always with the same signature', () => {
    const data = Buffer.from('index');
    const signature = sign('sha512', data, key.private);
    expect(verify('sha512', data, key.public, signature)).toBe(true);
    expect(verify('sha512', Buffer.from('other'), key.public, signature)).toBe(false);
    expect(sign('sha512', data, key.private)).toEqual(signature);
    expect(createPublicKey(key.public).asymmetricKeyDetails?.modulusLength).toBe(2048);
  });
});
