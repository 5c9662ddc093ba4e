/** A 200 with every documented member. */
export const FULL_200 = {
  apiVersion: 'v2',
  kind: 'Plugin',
  metadata: { name: 'pool-a-log-agent', creationTimestamp: '2025-03-17T12:29:18Z' },
  spec: { template: { name: 'log-agent', version: '6.8.0-20250219120620', inputs: { a: true } } },
  status: {
    phase: 'Running',
    version: '6.8.0',
    reason: 'Install complete',
    values: '{}',
    resources: [
      {
        involvedObject: {
          kind: 'Deployment',
          apiVersion: 'apps/v1',
          namespace: 'kube-system',
          name: 'log-agent',
          uid: 'u',
          resourceVersion: '1',
        },
        replicas: 2,
        limits: { cpu: '250m' },
        requests: { cpu: '25m' },
      },
      { involvedObject: { kind: 'DaemonSet' } },
    ],
  },
};

/** A 400 with every documented member. */
export const FULL_400 = {
  error_code: 'ModelArts.50004000',
  error_msg: 'Bad request.',
  request_id: '0123456789abcdef0123456789abcdef',
};
