import { PACKAGE_ROOT } from '../../engine/package-root.ts';

/** What the command line asks for. */
export interface VerifyCommand {
  readonly key?: string;
  readonly json?: boolean;
}

/** Has a pack checked by the very file that every pack holds; gives the exit code. */
export async function verifyPack(zip: string, { key, json = false }: VerifyCommand): Promise<number> {
  const { main } = (await import(new URL('dist/evidence/verify.mjs', PACKAGE_ROOT).href)) as {
    // As `app/evidence/verify-main.ts` has it, which is bundled by itself.
    readonly main: (args: readonly string[]) => Promise<number>;
  };
  return main([zip, ...(key === undefined ? [] : ['--key', key]), ...(json ? ['--json'] : [])]);
}
