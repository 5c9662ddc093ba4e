import type { FullConfig } from '@playwright/test';

/** Whether a reporter of the configuration is ours. */
export function isOwnReporter(reporter: FullConfig['reporter'][number] | undefined): boolean {
  return reporter?.[0].endsWith('reporter.cjs') === true;
}

/** Whether our reporter is among those that were asked for. */
export function isOwnReporterIn({ reporter }: FullConfig): boolean {
  return reporter.some(isOwnReporter);
}
