import type { JsonObject } from '../../../engine/json.ts';

/** Inputs with every JSON type that the document's example of a 200 has, nested as there. */
export const EXAMPLE_INPUTS: JsonObject = {
  custom: { enable_dnsconfig_admission: true, nameserver: '192.0.2.53', ndots: '5', search: 'example.org' },
  flavor: {
    name: 'HA',
    description: 'two replicas',
    size: 'large',
    resources: [
      {
        name: 'node-local-dns-admission-controller',
        replicas: 2,
        limitsCpu: '250m',
        limitsMem: '512Mi',
        requestsCpu: '250m',
        requestsMem: '512Mi',
      },
      {
        name: 'node-local-dns-cache',
        limitsCpu: '500m',
        limitsMem: '512Mi',
        requestsCpu: '25m',
        requestsMem: '5Mi',
      },
    ],
  },
};
