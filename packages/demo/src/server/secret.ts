import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

const prefix = 'tkw_';
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 32 random bytes, which are 256 bits, fit into 43 characters of base62. */
const bodyLength = 43;
const checksumLength = 6;
const shape = new RegExp(`^${prefix}([0-9A-Za-z]{${bodyLength}})([0-9A-Za-z]{${checksumLength}})$`);

/**
 * A new secret: a prefix by which scanners find it, 256 random bits, and a checksum by which a typing error or a made-up
 * secret is told apart without asking the database.
 */
export function mintSecret(): string {
  const body = toBase62(BigInt(`0x${randomBytes(32).toString('hex')}`), bodyLength);
  return `${prefix}${body}${checksum(body)}`;
}

/** Whether text has the form and the checksum of a secret; not whether there is such a token. */
export function isSecret(text: string): boolean {
  const [, body, sum] = shape.exec(text) ?? [];
  return body !== undefined && checksum(body) === sum;
}

/** CRC-32 (IEEE) of the text in six characters of base62, as GitHub's tokens have it. */
export function checksum(body: string): string {
  return toBase62(BigInt(crc32(body)), checksumLength);
}

/** What is stored in place of a secret. It has 256 random bits, so no salt and no slow hash is needed. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Whether two hashes are equal, in a time that does not depend on where they differ. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** How a token is shown where its secret must not be: `tkw_…ab12`. */
export function hintOf(lastFour: string): string {
  return `${prefix}…${lastFour}`;
}

function toBase62(value: bigint, length: number): string {
  let digits = '';
  for (let rest = value; digits.length < length; rest /= 62n) digits = alphabet.charAt(Number(rest % 62n)) + digits;
  return digits;
}
