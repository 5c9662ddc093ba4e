import type { CommandLine } from '../../lifecycle/settings/settings.ts';

/** Where settings are read from. */
export interface Sources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The text of `.env`; null where there is none. */
  readonly dotenv: string | null;
  /** What relative paths are relative to. */
  readonly directory: string;
  /** The proxy through which the environment wants a URL to be asked; '' for none. */
  readonly proxyFor: (url: string) => string;
  readonly commandLine: CommandLine;
  /** Variables that are no settings, however they are called: a file of targets names them. */
  readonly named?: readonly string[];
}
