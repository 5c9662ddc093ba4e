import type { Mock } from './server.ts';

/** What `npm run mock` prints: comments, then one command that points the suite at it, to be pasted into a shell. */
export function describeMock({ endpoint, options, deviation }: Mock): string {
  const settings = {
    MODELARTS_ENDPOINT: endpoint,
    MODELARTS_PROJECT_ID: options.projectId,
    MODELARTS_POOL_NAME: options.poolName,
    MODELARTS_TEMPLATE_NAME: options.templateName,
    MODELARTS_ALLOW_DELETE: new URL(endpoint).host,
    MODELARTS_AUTH_TOKEN: options.tokens[0] ?? '',
  };
  const manner =
    deviation === null ? 'It conforms.' : `It deviates, by \`${deviation.name}\`: ${deviation.title}`;
  return [
    `# The mock listens on ${endpoint}. ${manner}`,
    '# Run the suite against it from another terminal:',
    ...Object.entries(settings).map(([name, value]) => `${name}=${quoted(value)} \\`),
    'npx --no conformance run',
  ].join('\n');
}

/** A word that a POSIX shell reads as it is. */
function quoted(value: string): string {
  return /^[\w.:/@-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
