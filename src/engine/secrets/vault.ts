import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { unwrittenText } from '../unwritten.ts';

/** The values of one run that must never be shown; more become known while it goes on. */
export interface Secrets {
  /** Every value so far, none empty, in the order in which they became known. */
  readonly all: () => readonly string[];
  /** Takes a value that became known: a signature, or what a token is fetched with. */
  readonly add: (value: string) => void;
  /** The newest token that was fetched from IAM; null before the first. */
  readonly token: () => string | null;
  /** Takes a token that was fetched from IAM. */
  readonly addToken: (token: string) => void;
}

/** Where the processes of one run share what becomes secret: a file that is of no use without the key. */
export interface Vault {
  /** Absolute path. */
  readonly file: string;
  /** 32 bytes that only the processes of the run know. */
  readonly key: Buffer;
  /** Told, in a sentence, that the file could not be written; this process knows the secret nevertheless. */
  readonly onUnwritten: (sentence: string) => void;
}

interface Kept {
  readonly value: string;
  readonly isToken: boolean;
}

/** Opens the secrets of a run, beginning with those of the settings and those that its other processes put into the vault. */
export function openSecrets(initial: readonly string[], vault: Vault | null = null): Secrets {
  const values = new Set(initial.filter((value) => value !== ''));
  let newest: string | null = null;
  /** Asked for several times with every request. */
  let all: readonly string[] | null = null;
  const take = ({ value, isToken }: Kept) => {
    values.add(value);
    all = null;
    if (isToken) newest = value;
  };
  for (const kept of vault === null ? [] : readVault(vault)) take(kept);
  const add = (value: string, isToken: boolean) => {
    if (value === '' || (values.has(value) && !isToken)) return;
    take({ value, isToken });
    if (vault !== null) keep({ value, isToken }, vault);
  };
  return {
    all: () => (all ??= [...values]),
    add: (value) => add(value, false),
    token: () => newest,
    addToken: (token) => add(token, true),
  };
}

function keep(kept: Kept, { file, key, onUnwritten }: Vault): void {
  try {
    // A line begins on its own line, also after one that was left unfinished.
    appendFileSync(file, `\n${sealed(kept, key)}\n`);
  } catch (error) {
    onUnwritten(unwrittenText(file, error));
  }
}

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

function sealed(kept: Kept, key: Buffer): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  const text = Buffer.concat([cipher.update(JSON.stringify(kept)), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64');
}

function readVault({ file, key }: Vault): readonly Kept[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.flatMap((line) => unsealed(line, key));
}

/** What `sealed` made under the same key; nothing of a line that was left unfinished. */
function unsealed(line: string, key: Buffer): readonly Kept[] {
  const bytes = Buffer.from(line, 'base64');
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    // Written by `sealed`.
    return [JSON.parse(text.toString()) as Kept];
  } catch {
    return [];
  }
}
