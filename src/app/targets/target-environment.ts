import { isAbsolute, resolve } from 'node:path';
import {
  type Setting,
  type SettingName,
  settingsTable,
} from '../../suites/modelarts-plugins/settings/table.ts';
import { SETTING_NAMES } from '../settings/setting-names.ts';
import type { TargetAuth, TargetEntry } from './target-entry.ts';

/** The member of an entry, or of its `auth`, that says what a setting of one target says. */
const MEMBER_OF = {
  MODELARTS_ENDPOINT: 'endpoint',
  MODELARTS_PROJECT_ID: 'projectId',
  MODELARTS_POOL_NAME: 'pool',
  MODELARTS_TEMPLATE_NAME: 'template',
  MODELARTS_TEMPLATE_VERSION: 'version',
  MODELARTS_TEMPLATE_INPUTS: 'inputs',
  MODELARTS_PLUGIN_SOURCE: 'source',
  MODELARTS_ALLOW_DELETE: 'allowDelete',
  CONFORMANCE_WAIVERS: 'waivers',
} as const satisfies Partial<Record<SettingName, keyof TargetEntry>>;

const AUTH_MEMBER_OF = {
  MODELARTS_AUTH_TOKEN: 'tokenEnv',
  HUAWEICLOUD_SDK_AK: 'akEnv',
  HUAWEICLOUD_SDK_SK: 'skEnv',
  HUAWEICLOUD_SDK_SECURITY_TOKEN: 'securityTokenEnv',
  MODELARTS_IAM_ENDPOINT: 'iamEndpoint',
  MODELARTS_IAM_DOMAIN: 'domainEnv',
  MODELARTS_IAM_USERNAME: 'usernameEnv',
  MODELARTS_IAM_PASSWORD: 'passwordEnv',
} as const satisfies Partial<Record<SettingName, keyof TargetAuth>>;

/** The settings that say which endpoint is tested and how it is reached: `targets.yaml` says them alone. */
export const TARGET_SETTINGS: readonly string[] = (settingsTable as readonly Setting[])
  .filter(({ target }) => target)
  .map(({ name }) => name);

/** Names of variables, and what they hold. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The variables that an entry names, each with the setting that it stands for. */
export function variablesOf({
  auth,
}: TargetEntry): readonly { readonly variable: string; readonly setting: string }[] {
  return Object.entries(AUTH_MEMBER_OF).flatMap(([setting, member]) => {
    const variable = member === 'iamEndpoint' ? undefined : auth[member];
    return variable === undefined ? [] : [{ variable, setting }];
  });
}

/** The settings of one target, by an entry: what it does not say is unset. `from` is the folder of the file. */
export function settingsOfEntry(
  entry: TargetEntry,
  { from, held }: { readonly from: string; readonly held: (variable: string) => string },
): Readonly<Record<string, string>> {
  const { version, inputs, source, auth, waivers } = entry;
  return {
    ...Object.fromEntries(TARGET_SETTINGS.map((name) => [name, ''])),
    MODELARTS_ENDPOINT: entry.endpoint,
    MODELARTS_PROJECT_ID: entry.projectId,
    MODELARTS_POOL_NAME: entry.pool,
    MODELARTS_TEMPLATE_NAME: entry.template,
    MODELARTS_TEMPLATE_VERSION: version ?? '',
    MODELARTS_TEMPLATE_INPUTS: inputs === undefined ? '' : JSON.stringify(inputs),
    MODELARTS_PLUGIN_SOURCE: source ?? '',
    MODELARTS_ALLOW_DELETE: entry.allowDelete,
    MODELARTS_IAM_ENDPOINT: auth.iamEndpoint ?? '',
    ...Object.fromEntries(variablesOf(entry).map(({ variable, setting }) => [setting, held(variable)])),
    ...(waivers === undefined
      ? {}
      : { CONFORMANCE_WAIVERS: isAbsolute(waivers) ? waivers : resolve(from, waivers) }),
  };
}

/** What is wrong with the settings of an entry, in the words of its file, and the member that it is about. */
export function inWordsOf(
  entry: TargetEntry,
  problem: string,
): { readonly member: string | null; readonly sentence: string } {
  const named = variablesOf(entry);
  let member: string | null = null;
  const sentence = problem.replaceAll(/`([A-Z_]+)`/g, (whole, setting: string) => {
    if (!SETTING_NAMES.includes(setting)) return whole;
    const own = MEMBER_OF[setting as keyof typeof MEMBER_OF];
    const ofAuth = AUTH_MEMBER_OF[setting as keyof typeof AUTH_MEMBER_OF];
    member ??= own ?? (ofAuth === undefined ? null : 'auth');
    const variable = named.find((one) => one.setting === setting)?.variable;
    const called = own ?? variable ?? ofAuth;
    return called === undefined ? whole : `\`${called}\``;
  });
  return { member, sentence };
}
