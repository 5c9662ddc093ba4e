import { REDACTED, redactor, SHORTEST_IN_WORDS } from './redact.ts';

/** Where the bundles of one process meet, for each has modules of its own: what knows the secrets. */
const SOURCES = Symbol.for('conformance.shield');

/**
 * From now on nothing that this process writes to its standard streams shows one of these secrets, whoever writes it:
 * Node with `NODE_DEBUG`, a library, a trace. What comes in two pieces is not put together.
 */
export function shieldTerminal(secrets: () => readonly string[]): void {
  // Only this function writes the property.
  const shared = globalThis as { [SOURCES]?: (() => readonly string[])[] };
  const known = shared[SOURCES];
  if (known !== undefined) {
    known.push(secrets);
    return;
  }
  const sources = [secrets];
  shared[SOURCES] = sources;
  const find = redactor(() => [
    ...new Set(sources.flatMap((source) => source()).filter(({ length }) => length >= SHORTEST_IN_WORDS)),
  ]);
  const redact = (text: string) => withoutBytes(find(text));
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = new Proxy(stream.write, {
      apply: (write, itself, [chunk, ...rest]) =>
        Reflect.apply(write, itself, [withoutSecrets(chunk, rest[0], redact), ...rest]),
    });
  }
}

/**
 * Node's debug output shows the first bytes of what came, in hex, also of an answer that its parser refuses: a secret
 * that is cut through there is none that could be found, and a token of IAM may stand there before anybody knows it.
 */
function withoutBytes(text: string): string {
  return text.includes('<Buffer ') ? text.replaceAll(BYTES, `<Buffer ${REDACTED}>`) : text;
}

const BYTES = /<Buffer [\da-f]{2}[^<>]{0,999}>/g;

/** A chunk as it may be written; `encoding` says which bytes a text of `hex` or `base64` stands for. */
function withoutSecrets(chunk: unknown, encoding: unknown, redact: (text: string) => string): unknown {
  if (chunk instanceof Uint8Array) {
    const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
    const shown = redact(text);
    return shown === text ? chunk : Buffer.from(shown, 'latin1');
  }
  if (typeof chunk !== 'string') return chunk;
  if (encoding !== 'hex' && encoding !== 'base64' && encoding !== 'base64url') return redact(chunk);
  return Buffer.from(redact(Buffer.from(chunk, encoding).toString('latin1')), 'latin1').toString(encoding);
}
