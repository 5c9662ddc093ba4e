/** What npm, npx, pnpm and yarn leave in the environment of whatever they start. */
const MARKS = ['npm_lifecycle_event', 'npm_execpath', 'npm_config_user_agent'] as const;

/** Whether a package manager started this process, or one that it comes from. */
export function isFromPackageManager(): boolean {
  return MARKS.some((name) => process.env[name] !== undefined);
}
