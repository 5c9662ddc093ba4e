import type { JsonObject } from '../../../engine/json.ts';

/** The workloads of a plug-in: one that counts replicas and, as every example shows it, a DaemonSet that does not. */
export function workloads(templateName: string): readonly JsonObject[] {
  return [
    {
      involvedObject: {
        kind: 'Deployment',
        apiVersion: 'apps/v1',
        namespace: 'kube-system',
        name: `${templateName}-admission-controller`,
        uid: '0c1f6a52-7d0e-4b83-9a64-2f5be17d3c90',
        resourceVersion: '104211',
      },
      replicas: 2,
      limits: { cpu: '250m', memory: '512Mi' },
      requests: { cpu: '250m', memory: '512Mi' },
    },
    {
      involvedObject: {
        kind: 'DaemonSet',
        apiVersion: 'apps/v1',
        namespace: 'kube-system',
        name: `${templateName}-cache`,
        uid: '8b94e3d7-51c8-4f0a-b2de-6a7703915e4f',
        resourceVersion: '104237',
      },
      limits: { cpu: '500m', memory: '512Mi' },
      requests: { cpu: '25m', memory: '5Mi' },
    },
  ];
}
