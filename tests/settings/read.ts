import { readSettings } from '../../src/app/settings/read.ts';
import type { Sources } from '../../src/app/settings/sources.ts';
import { type Settings, SettingsError } from '../../src/lifecycle/settings/settings.ts';

/** A complete set of settings for a live endpoint. */
export const LIVE: Readonly<Record<string, string>> = {
  MODELARTS_ENDPOINT: 'https://modelarts.eu-de.example.com',
  MODELARTS_PROJECT_ID: '5f2c0d8e91b74a36a0e4c7d15b98f362',
  MODELARTS_POOL_NAME: 'pool-1',
  MODELARTS_TEMPLATE_NAME: 'node-local-dns',
  MODELARTS_ALLOW_DELETE: 'modelarts.eu-de.example.com',
  MODELARTS_AUTH_TOKEN: 'a-token-of-mine',
};

/** What settings are read from beside the environment. */
type Beside = Partial<Pick<Sources, 'dotenv' | 'commandLine' | 'proxyFor'>>;

/** Settings from an environment, and, if given, a `.env`, a command line and a proxy. */
export function settingsOf(
  environment: Sources['environment'],
  { dotenv = null, commandLine = {}, proxyFor = () => '' }: Beside = {},
): Settings {
  return readSettings({ environment, dotenv, directory: '/nowhere', proxyFor, commandLine });
}

/** The sentences that say what is wrong with an environment; [] where nothing is. */
export function problemsOf(environment: Sources['environment'], more: Beside = {}): readonly string[] {
  try {
    settingsOf(environment, more);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}
