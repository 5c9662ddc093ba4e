import { writeFileSync } from 'node:fs';
import { startMock } from '../../src/suites/modelarts-plugins/mock/server.ts';
import { authority, type Certified, certificate, type Identity } from '../campaign/certificates.ts';
import {
  type Disturbance,
  type Disturbed,
  type Front,
  type Passing,
  startDisturbed,
} from '../campaign/disturbed.ts';
import { type Environment, liveSettings } from '../campaign/run.ts';
import { test } from '../own-test.ts';

/** A mock behind TLS, with a certificate that a private authority signed. */
export interface Secured extends Disturbed {
  /** The settings that point the suite at it, and tell it of the authority. */
  readonly settings: Environment;
  /** That authority. */
  readonly by: Identity;
}

/** Starts one; `certify` says by whom it is certified and what for, `disturb` how it does not conform. */
export async function startSecured(
  front: Front = {},
  certify: (by: Identity) => Certified = (by) => ({ by }),
  disturb: (passing: Passing) => Disturbance = () => null,
): Promise<Secured> {
  const mock = await startMock();
  const by = await authority();
  const tls = await certificate(certify(by));
  const disturbed = await startDisturbed(mock, disturb, { ...front, tls });
  const file = test.info().outputPath('authority.pem');
  writeFileSync(file, by.cert);
  return {
    ...disturbed,
    by,
    settings: { ...liveSettings(disturbed.endpoint), NODE_EXTRA_CA_CERTS: file },
    close: async () => {
      await disturbed.close();
      await mock.close();
    },
  };
}
