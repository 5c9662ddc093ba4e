import { endpointProblem, nameProblem } from '../../lifecycle/settings/values.ts';
import { apiPathProblem } from '../../suites/modelarts-plugins/settings/api-path.ts';
import type { Setting, SettingName } from '../../suites/modelarts-plugins/settings/table.ts';

const ENDPOINT = 'https://modelarts.eu-de.example.com';

/** What an endpoint is addressed by: no run at one goes without these. Of each what is right, in words. */
export const ADDRESS = {
  MODELARTS_ENDPOINT: `the URL to test, e.g. \`${ENDPOINT}\``,
  MODELARTS_PROJECT_ID: 'the ID of the project that the pool belongs to',
  MODELARTS_POOL_NAME: 'the name of the resource pool',
  MODELARTS_TEMPLATE_NAME: 'the plug-in template that may be installed and deleted there',
} as const satisfies Partial<Record<SettingName, string>>;

/** A setting of the address. */
export type AddressName = keyof typeof ADDRESS;

/** Their names, in the order in which people meet them. */
// The names of the object above, and no others.
export const ADDRESS_NAMES = Object.keys(ADDRESS) as readonly AddressName[];

/** How a placeholder begins. No name, URL or host does, and markup that a test of reports puts into a name does not either. */
const BEGINNING = '<fill in';

/** Says of a value that it is what `init` wrote, in words that follow the setting. */
export const STILL_PLACEHOLDER = 'still the placeholder that `conformance init` wrote into `.env`';

/** What stands in the place of a needed value until somebody fills it in. Not empty: that would mean unset, and the mock. */
export function placeholderOf({ example }: Setting): string {
  return example === undefined ? `${BEGINNING}>` : `${BEGINNING}, e.g. ${example}>`;
}

/** Whether a value, of `.env` or of an environment made from it, is a placeholder that nobody filled in. */
export function isPlaceholder(value: string | null): boolean {
  return value?.trimStart().startsWith(BEGINNING) === true;
}

/** What is wrong with a setting of the address, in words that follow its name; null where nothing is. */
export function addressProblem(name: AddressName, value: string | null): string | null {
  if (value === null) return `is missing; right would be ${ADDRESS[name]}`;
  if (isPlaceholder(value)) return `is ${STILL_PLACEHOLDER}; right would be ${ADDRESS[name]}`;
  if (name !== 'MODELARTS_ENDPOINT') return nameProblem(value);
  return endpointProblem(value, ENDPOINT) ?? apiPathProblem(value);
}
