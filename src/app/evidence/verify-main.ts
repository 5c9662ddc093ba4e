import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect, parseArgs } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import { sha256OfBytes } from '../../engine/contract/digest.ts';
import type { Sources } from '../../engine/model/sources.ts';
import { print, printError } from '../terminal/print.ts';
import { PACKED } from './names.ts';
import type { OwnFiles } from './own-files.ts';
import { packedPlugins } from './plugins.ts';
import { KeyError, readPublicKey } from './sealed/keys.ts';
import { verifiedJson, verifiedLines } from './verified-text.ts';
import { VERIFIED, verify } from './verify.ts';

/** What the build writes into this file: the hashes of what this version came with, and what proves its requirements. */
declare const BUILT: {
  readonly description: string;
  readonly files: OwnFiles;
  /** JSON, by Brotli, in base64. */
  readonly proofs: string;
};

const USAGE = 'node verify.mjs F.zip [--key PUBLIC.pem] [--json]';

/** Checks the pack that the arguments name, tells what was found, and gives the exit code. Never throws. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { key: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (values.help === true) {
      print(USAGE);
      return VERIFIED.same;
    }
    if (file === undefined || more.length > 0) return usage('One zip is to be named');
    const key = values.key === undefined ? null : readPublicKey(values.key);
    const { proofs, description, files } = BUILT;
    // No file can hold its own sum: it is made of what runs here.
    const self = { [PACKED.verify]: sha256OfBytes(readFileSync(fileURLToPath(import.meta.url))) };
    const own = { description, files: { ...files, ...self } };
    const verified = await verify(file, { suite: packedPlugins(unpacked(proofs)), key, own });
    const told =
      values.json === true ? verifiedJson(file, verified).split('\n') : verifiedLines(file, verified);
    print(...told);
    return verified.exitCode;
  } catch (error) {
    if (error instanceof KeyError) return usage(error.message.replace(/\.$/, ''));
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return usage(error.message.replace(/\.$/, ''));
    printError(...inspect(error).split('\n'));
    printError('This is a fault of the checking itself; it says nothing about the pack.');
    return VERIFIED.fault;
  }
}

function unpacked(text: string): Sources['proofs'] {
  // Made by the build.
  return JSON.parse(brotliDecompressSync(Buffer.from(text, 'base64')).toString()) as Sources['proofs'];
}

function usage(problem: string): number {
  printError(`${problem}; right would be \`${USAGE}\`.`);
  return VERIFIED.noZip;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
}
