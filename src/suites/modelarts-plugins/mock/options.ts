import type { JsonObject } from '../../../engine/json.ts';
import type { Names } from '../../../engine/model/resource.ts';
import type { AccessKey } from '../../huaweicloud/mock/signature.ts';
import type { MockUser } from '../../huaweicloud/mock/token.ts';
import { EXAMPLE_INPUTS } from './example-inputs.ts';

/** A plug-in that stands in the pool from the start and that the suite did not install. */
export interface Neighbour {
  readonly templateName: string;
  readonly version: string;
  readonly inputs: JsonObject;
  /** RFC 3339, seconds, `Z`. */
  readonly creationTimestamp: string;
}

/** What a mock is started with. */
export interface MockOptions {
  /** 0: a port of the system's choosing. */
  readonly port: number;
  readonly host: string;
  /** The one project that `tokens` and `accessKeys` are good for. */
  readonly projectId: string;
  /** The one pool of the project. */
  readonly poolName: string;
  /** The template that a run installs and deletes; it is not installed at the start. */
  readonly templateName: string;
  /** The first is the one that IAM hands out first. */
  readonly tokens: readonly string[];
  readonly accessKeys: readonly AccessKey[];
  /** Milliseconds from an install to `Running`; 0: the next look at it says `Running`. */
  readonly installMs: number;
  /** Milliseconds that a deleted plug-in stays as `Deleting`; 0: it is gone at once. */
  readonly removeMs: number;
  /** The name of a deviation; null: a conforming endpoint. */
  readonly deviation: string | null;
  readonly neighbours: readonly Neighbour[];
  readonly users: readonly MockUser[];
  /** Its `Server`; null: it has none, as a live endpoint in a test of the suite. */
  readonly server: string | null;
}

/** The names that a request to its plug-in has. */
export function namesOf({ projectId, poolName, templateName }: MockOptions): Names {
  return { project: projectId, collection: poolName, item: templateName };
}

/** The options of a mock whose plug-in has these names. */
export function optionsOf({ project, collection, item }: Names) {
  return { projectId: project, poolName: collection, templateName: item };
}

/** A conforming endpoint with the names and versions that the documents show. */
export const MOCK_DEFAULTS: MockOptions = {
  port: 0,
  host: '127.0.0.1',
  projectId: '5f2c0d8e91b74a36a0e4c7d15b98f362',
  poolName: 'pool-4cd084d36f8bd3346036',
  templateName: 'node-local-dns',
  tokens: ['mock-token'],
  accessKeys: [{ accessKey: 'MOCKACCESSKEY', secretKey: 'mock-secret-key-of-nobody', securityToken: null }],
  installMs: 0,
  removeMs: 0,
  deviation: null,
  neighbours: [
    {
      templateName: 'log-agent',
      version: '1.3.2',
      inputs: { custom: { paths: ['/var/log/pods'], multiline: false } },
      creationTimestamp: '2025-02-03T08:15:40Z',
    },
    {
      templateName: 'gpu-beta',
      version: '1.2.15',
      inputs: { basic: { driver: 'preinstalled' } },
      creationTimestamp: '2025-02-03T08:16:02Z',
    },
    {
      templateName: 'os-node-agent',
      version: '6.8.0-20250219120620',
      inputs: {},
      creationTimestamp: '2025-02-20T21:04:11Z',
    },
  ],
  server: null,
  users: [{ domain: 'mock-domain', name: 'mock-user', password: 'mock-password' }],
};

/** The version and inputs of an install that names none. */
export const TEMPLATE_DEFAULTS = { version: '1.6.36', inputs: EXAMPLE_INPUTS } as const;
