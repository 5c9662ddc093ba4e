import { type Manifest, manifestOf, manifestText } from '../../src/app/evidence/sealed/manifest.ts';
import { openZip } from '../../src/app/evidence/sealed/zip-read.ts';
import { writeZip } from '../../src/app/evidence/sealed/zip-write.ts';
import { sha256OfBytes } from '../../src/engine/contract/digest.ts';
import { test } from '../own-test.ts';

/** The files of a pack, to be changed. */
export class Files {
  readonly #held: Map<string, Buffer>;

  constructor(held: Iterable<readonly [path: string, content: Buffer]>) {
    this.#held = new Map(held);
  }

  static of(zip: string): Files {
    const open = openZip(zip);
    const held = open.entries.map(({ path }) => [path, open.bytesOf(path)] as const);
    open.close();
    return new Files(held);
  }

  copy(): Files {
    return new Files(this.#held);
  }

  get paths(): readonly string[] {
    return [...this.#held.keys()];
  }

  bytes(path: string): Buffer {
    return this.#held.get(path) ?? Buffer.alloc(0);
  }

  text(path: string): string {
    return this.bytes(path).toString();
  }

  put(path: string, content: string | Buffer | null): this {
    if (content === null) this.#held.delete(path);
    else this.#held.set(path, Buffer.from(content));
    return this;
  }

  /** Changes a text; it is an error where that changes nothing. */
  edit(path: string, change: (text: string) => string): this {
    const before = this.text(path);
    const after = change(before);
    if (after === before) throw new Error(`Nothing of \`${path}\` was changed.`);
    return this.put(path, after);
  }

  /** Changes what a JSON file holds, which is written again as the suite writes it. */
  json(path: string, change: (value: Loose) => void): this {
    return this.edit(path, (text) => {
      const value = JSON.parse(text);
      change(value);
      return `${JSON.stringify(value, null, 2)}\n`;
    });
  }

  /** Changes the entries of the HAR, a line each. */
  entries(change: (entries: Loose[]) => Loose[]): this {
    return this.edit(HAR, (text) => {
      const lines = text.split('\n');
      const end = lines.findIndex((line) => line.startsWith(']'));
      const entries = lines.slice(1, end).map((line) => JSON.parse(line.replace(/,$/, '')));
      const made = change(entries).map((one) => JSON.stringify(one));
      return [lines[0], made.join(',\n'), ...lines.slice(end)].join('\n');
    });
  }

  /** Has the manifest tell what is there now, as whoever has no key can; what was signed goes. */
  summed(change: Partial<Manifest> = {}, keepsKey = false): this {
    const manifest: Manifest = { ...JSON.parse(this.text('MANIFEST.json')), ...change };
    for (const path of [
      'MANIFEST.json',
      'MANIFEST.sig',
      'MANIFEST.sig.b64',
      ...(keepsKey ? [] : ['signed-by.pem']),
    ])
      this.put(path, null);
    return this.put('MANIFEST.json', manifestText(manifestOf(manifest, this.#entries())));
  }

  /** Has the description of another text be that of the run, wherever that is said. */
  described(change: (text: string) => string): this {
    const path = this.paths.find((one) => /^specs\/.*openapi/.test(one)) ?? '';
    const contract = sha256OfBytes(Buffer.from(this.edit(path, change).text(path)));
    this.json(JSON_FILE, (report) => {
      report.contract.sha256 = contract;
    });
    return this.summed({ contract });
  }

  /** Writes them as `pack` would, in the place of those before. */
  zipped(): string {
    const out = test.info().outputPath('forged.zip');
    writeZip(out, this.#entries());
    return out;
  }

  #entries() {
    return [...this.#held].map(([path, content]) => ({ path, parts: () => [content] }));
  }
}

export const HAR = 'reports/evidence.har';
export const JSON_FILE = 'reports/conformance.json';

/** JSON that a forgery reaches into, whatever it is. */
export type Loose = ReturnType<typeof JSON.parse>;
