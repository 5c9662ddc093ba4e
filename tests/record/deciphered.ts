import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';

const CUT = { finishFlush: constants.Z_SYNC_FLUSH };

/** Every way of undoing one encoding that this test knows; nothing of the suite's own is used. */
const UNPACK: readonly ((bytes: Buffer) => Buffer)[] = [
  (bytes) => gunzipSync(bytes, CUT),
  (bytes) => inflateSync(bytes, CUT),
  (bytes) => inflateRawSync(bytes, CUT),
  (bytes) => brotliDecompressSync(bytes),
  // Those that end in what is broken.
  (bytes) => inflateRawSync(bytes.subarray(10), CUT),
];

const NAMED: readonly (readonly [string, string])[] = [
  ['excl', '!'],
  ['quot', '"'],
  ['num', '#'],
  ['amp', '&'],
  ['plus', '+'],
  ['period', '.'],
  ['sol', '/'],
  ['lt', '<'],
  ['equals', '='],
  ['gt', '>'],
  ['bsol', '\\'],
  ['lowbar', '_'],
];

const fromHex = (digits: string) => String.fromCharCode(Number.parseInt(digits, 16));

const REWRITE: readonly ((text: string) => string)[] = [
  (text) => text.replace(/%([\da-f]{2})/gi, (_, digits) => fromHex(digits)),
  (text) =>
    text
      .replace(/\\u([\da-f]{4})/gi, (_, digits) => fromHex(digits))
      .replace(/\\([0-7]{3})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8)))
      .replace(/\\([nrt])/g, (_, one) => ({ n: '\n', r: '\r', t: '\t' })[one as 'n'])
      .replace(/\\(["'\\/])/g, '$1'),
  (text) =>
    NAMED.reduce((one, [name, character]) => one.replaceAll(`&${name};`, character), text)
      .replace(/&#x([\da-f]+);/gi, (_, digits) => fromHex(digits))
      .replace(/&#(\d+);/g, (_, digits) => String.fromCharCode(Number(digits))),
  (text) => text.replace(/=\r?\n/g, '').replace(/=([\da-f]{2})/gi, (_, digits) => fromHex(digits)),
  (text) => text.replaceAll('\0', ''),
  (text) => text.replace(/\r?\n[ \t]*/g, ''),
];

/** Whether bytes show a secret, or its first 16 characters, in any letter case, however they are encoded. */
export function shows(bytes: Buffer, secret: string, depth = 5): boolean {
  const sought = (secret.length < 16 ? secret : secret.slice(0, 16)).toLowerCase();
  const seen = new Set<string>();
  const look = (text: string, left: number): boolean => {
    if (seen.has(text)) return false;
    seen.add(text);
    if (text.toLowerCase().includes(sought)) return true;
    if (left === 0) return false;
    return [...rewritten(text), ...inRuns(text), ...unpacked(Buffer.from(text, 'latin1'))].some((one) =>
      look(one, left - 1),
    );
  };
  return look(bytes.toString('latin1'), depth);
}

function rewritten(text: string): readonly string[] {
  // Again and again, up to a fixed point: each costs a step of the depth otherwise.
  const all = REWRITE.map((rewrite) => rewrite(text));
  let fixed = text;
  for (let round = 0; round < 9; round += 1)
    fixed = REWRITE.slice(0, 3).reduce((one, rewrite) => rewrite(one), fixed);
  return [...all, fixed];
}

function inRuns(text: string): readonly string[] {
  if (text.length > 2_000_000) return [];
  const runs = text.match(/[\w+/-]{16,}/g) ?? [];
  const pairs = text.match(/[\da-f]{2}(?:[ :]?[\da-f]{2}){7,}/gi) ?? [];
  return [
    ...runs.flatMap((run) =>
      [0, 1, 2, 3].map((skipped) => Buffer.from(run.slice(skipped), 'base64').toString('latin1')),
    ),
    ...runs.flatMap((run) =>
      run.includes('H4sI') ? [Buffer.from(run.slice(run.indexOf('H4sI')), 'base64').toString('latin1')] : [],
    ),
    ...pairs.map((run) => Buffer.from(run.replace(/[ :]/g, ''), 'hex').toString('latin1')),
  ];
}

function unpacked(bytes: Buffer): readonly string[] {
  const places = [0, bytes.indexOf('\x1f\x8b\x08', 1, 'latin1')].filter((at) => at >= 0);
  const inflated = places.flatMap((at) =>
    UNPACK.flatMap((unpack) => {
      try {
        return [unpack(bytes.subarray(at)).toString('latin1')];
      } catch {
        return [];
      }
    }),
  );
  if (bytes.toString('latin1', 0, 4) !== 'PK\x03\x04') return inflated;
  return [...inflated, ...Object.values(unzipSync(bytes)).map((one) => Buffer.from(one).toString('latin1'))];
}
