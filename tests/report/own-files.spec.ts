import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { removeReports } from '../../src/engine/report/report-files.ts';
import { REPORT_FILES, writeReports } from '../../src/engine/report/write.ts';
import { test } from '../own-test.ts';
import { reportsFolder } from './reports-folder.ts';
import { SAMPLE } from './sample.ts';

const FOREIGN: Readonly<Record<string, string>> = {
  [REPORT_FILES.html]: '<!doctype html>\n<html lang="en">\n<head><title>Mine</title>',
  [REPORT_FILES.json]: '{\n  "verdict": "mine"\n}\n',
  [REPORT_FILES.markdown]: '# Conformant\n\nMine.\n',
  [REPORT_FILES.junit]: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="jest"/>\n',
  [REPORT_FILES.har]: '{"log": {"version": "1.2", "creator": {"name":"Firefox","version":"1"}}}',
};

const { begin, dir, put, strangers } = reportsFolder();

test('what this suite writes is its own, also where it was left unfinished', () => {
  const written = writeReports(SAMPLE, { dir: dir() }).map(({ path }) => path);
  for (const path of written) {
    writeFileSync(`${path}.unfinished`, readFileSync(path));
    truncateSync(`${path}.unfinished`, path === written[0] ? 0 : Math.min(4096, readFileSync(path).length));
  }
  expect(strangers()).toEqual([]);
});

for (const [name, text] of Object.entries(FOREIGN)) {
  test(`another \`${name}\`, an empty one, a link and a folder of that name are none of its own, and stay`, () => {
    put(name, text);
    put(`${name}.unfinished`, text);
    expect(strangers()).toEqual([name, `${name}.unfinished`]);
    removeReports(dir());
    expect(readFileSync(join(dir(), name), 'utf8')).toBe(text);
    put(name, '');
    expect(strangers()).toContain(name);
    begin();
    symlinkSync('/dev/full', join(dir(), name));
    mkdirSync(join(dir(), `${name}.unfinished`));
    writeFileSync(join(dir(), `${name}.unfinished`, 'kept'), '');
    expect(strangers()).toEqual([name, `${name}.unfinished`]);
    expect(() => writeReports(SAMPLE, { dir: dir() })).toThrow('no report of this suite');
  });
}
