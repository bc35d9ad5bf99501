// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { checksum, hashSecret, hintOf, isSecret, mintSecret, sameHash } from './secret.js';

describe('a minted secret', () => {
  test('has the prefix, at least 128 random bits and a checksum, all in characters that a double click selects', () => {
    expect(mintSecret()).toMatch(/^tkw_[0-9A-Za-z]{43}[0-9A-Za-z]{6}$/);
    expect(43 * Math.log2(62)).toBeGreaterThan(256);
  });

  test('is never the same twice, and each of its characters varies', () => {
    const secrets = Array.from({ length: 500 }, mintSecret);
    expect(new Set(secrets).size).toBe(500);
    for (let place = 5; place < 'tkw_'.length + 43; place += 1) {
      expect(new Set(secrets.map((secret) => secret[place])).size, `place ${place}`).toBeGreaterThan(30);
    }
  });

  test('is recognised by its checksum', () => {
    expect(isSecret(mintSecret())).toBe(true);
  });

  test('is no longer recognised with any one character replaced', () => {
    const secret = mintSecret();
    for (let place = 0; place < secret.length; place += 1) {
      const other = secret[place] === 'x' ? 'y' : 'x';
      expect(isSecret(secret.slice(0, place) + other + secret.slice(place + 1)), `place ${place}`).toBe(false);
    }
  });

  test.each([
    '',
    'tkw_',
    'tkw_short',
    `ghp_${'a'.repeat(49)}`,
    `${mintSecret()}\n`,
    ` ${mintSecret()}`,
    `${mintSecret()}0`,
  ])('is not taken for %j', (text) => {
    expect(isSecret(text)).toBe(false);
  });
});

describe('the checksum', () => {
  // CRC-32 of the body in base62, computed independently; the first belongs to a published expired sample token.
  test.each([
    ['zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ', '0mLq17'],
    ['000000000000000000000000000000', '2C8GjS'],
    ['zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz', '4IlJEz'],
    ['a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5', '0smkjE'],
  ])('of %s is %s, as others compute it', (body, expected) => {
    expect(checksum(body)).toBe(expected);
  });
});

describe('a stored secret', () => {
  test('is a SHA-256 hash from which the secret cannot be read', () => {
    const secret = mintSecret();
    expect(hashSecret(secret)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashSecret(secret)).not.toContain(secret.slice(4, 12));
    expect(hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('equals itself only, and a hash of another length is merely different', () => {
    const hash = hashSecret('a');
    expect(sameHash(hash, hashSecret('a'))).toBe(true);
    expect(sameHash(hash, hashSecret('b'))).toBe(false);
    expect(sameHash(hash, hash.slice(2))).toBe(false);
  });

  test('is shown by its prefix and its last four characters', () => {
    expect(hintOf('ab12')).toBe('tkw_…ab12');
  });
});
