import { readFileSync, writeFileSync } from 'node:fs';
import { envExample } from './env-example.ts';
import { withSettings } from './readme-table.ts';

const README = new URL('../../README.md', import.meta.url);

writeFileSync(new URL('../../.env.example', import.meta.url), envExample());
writeFileSync(README, withSettings(readFileSync(README, 'utf8')));
