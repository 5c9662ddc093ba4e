import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** The files below a folder that show one of the secrets, in whatever form; found without anything of the suite's. */
export function disclosing(folder: string, secrets: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .flatMap((name) => disclosed(readFileSync(join(folder, name)), secrets).map((how) => `${name}: ${how}`));
}

/** Which of the secrets bytes show, and how. */
export function disclosed(bytes: Buffer, secrets: readonly string[]): readonly string[] {
  // One that looks escaped is also seen as if it were.
  const seen = [...new Set(secrets.flatMap((secret) => [secret, decoded(secret)]))];
  const pattern = new RegExp(seen.map((one) => one.replace(/[^\w]/g, '\\$&')).join('|'));
  return disclosedBy(pattern, bytes, 4);
}

function disclosedBy(pattern: RegExp, bytes: Buffer, depth: number): readonly string[] {
  const text = bytes.toString('latin1');
  const spelt = { 'in clear': text, decoded: decoded(text), 'decoded twice': decoded(decoded(text)) };
  const here = Object.entries(spelt).flatMap(([how, one]) => {
    const found = pattern.exec(one);
    return found === null ? [] : [`${found[0]} ${how}`];
  });
  if (depth === 0) return here;
  const inside = [...unpacked(bytes), ...fromBase64(spelt.decoded)];
  return [
    ...here,
    ...inside.flatMap((one) => disclosedBy(pattern, one, depth - 1).map((how) => `${how}, packed`)),
  ];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\(["'\\/])/g, '$1')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, number: string) => String.fromCharCode(Number(number)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
}

function unpacked(bytes: Buffer): readonly Buffer[] {
  if (bytes.toString('latin1', 0, 4) === 'PK\x03\x04')
    return Object.values(unzipSync(bytes)).map((one) => Buffer.from(one));
  return bytes.toString('latin1', 0, 2) === '\x1f\x8b' ? [gunzipSync(bytes)] : [];
}

/** What every run of base64 may stand for. In short ones it is not known where the first byte begins. */
function fromBase64(text: string): readonly Buffer[] {
  return (text.match(/[\w+/-]{16,}/g) ?? []).flatMap((run) =>
    (run.length > 4096 ? [0] : [0, 1, 2, 3]).map((skipped) => Buffer.from(run.slice(skipped), 'base64')),
  );
}
