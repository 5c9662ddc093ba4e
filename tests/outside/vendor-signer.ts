import { fileURLToPath } from 'node:url';
import type { Generated } from '../target/generated-requests.ts';
import { installed } from './install.ts';

/** The vendor's signer, as far as it is used: `endpoint` is the URL without encoding, `data` the body before JSON. */
interface AkSkSigner {
  readonly sign: (
    request: {
      readonly method: string;
      readonly endpoint: string;
      readonly queryParams: Readonly<Record<string, string[]>>;
      readonly headers: Readonly<Record<string, string>>;
      readonly data: unknown;
    },
    credential: { readonly getAk: () => string; readonly getSk: () => string },
  ) => Readonly<Record<string, string>>;
}

/** The vendor's `Authorization` of a request; installs the vendor's package where it is missing. */
export async function vendorAuthorization(): Promise<(request: Generated) => string | undefined> {
  const require = await installed(fileURLToPath(new URL('.', import.meta.url)));
  // The package's own types are not there before it is installed; `require` is typed `any`.
  const { AKSKSigner } = require('@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js') as {
    AKSKSigner: AkSkSigner;
  };
  return ({ method, decodedPath, query, headers, data, accessKey, secretKey }) => {
    const credential = { getAk: () => accessKey, getSk: () => secretKey };
    const request = {
      method,
      endpoint: `https://endpoint.example.com${decodedPath}`,
      queryParams: byName(query),
      // It signs values as they are given, where they have to be trimmed.
      headers: Object.fromEntries(headers.map(([name, value]) => [name, value.trim()])),
      data,
    };
    return AKSKSigner.sign(request, credential)['Authorization'];
  };
}

function byName(query: Generated['query']): Record<string, string[]> {
  const names = [...new Set(query.map(([name]) => name))];
  return Object.fromEntries(
    names.map((name) => [name, query.filter(([other]) => other === name).map(([, value]) => value)]),
  );
}
