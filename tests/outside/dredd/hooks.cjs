// Dredd gives the module `hooks` to this file alone, and loads no TypeScript.
const { beforeEach } = require('hooks');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

// Requests are sent in the order of the description: List, an install, a refused one, Show, a refused one, a DELETE,
// and the same DELETE again, which is refused as the plug-in is gone by then.
beforeEach((transaction, done) => {
  const { request, expected } = transaction;
  const what = `${request.method} ${expected.statusCode}`;
  request.headers['X-Auth-Token'] = process.env.TOKEN;
  // It compares the whole header, where the description names the media type and the gateway adds a charset.
  expected.headers['Content-Type'] = 'application/json;charset=UTF-8';
  if (what === 'POST 400') request.body = '{}';
  if (what === 'GET 400')
    transaction.fullPath = transaction.fullPath.replace('/pools/', '/pools/Not_A_Pool!');
  if (request.method === 'DELETE') expected.bodySchema = schemaOf(expected.statusCode);
  done();
});

// It takes no schema from OpenAPI 3 and would compare a body with the example's members alone. It knows drafts up to
// 7, in which these schemas say the same.
function schemaOf(status) {
  const file = join(__dirname, `../../../schemas/delete-plugin.${status}.generated.schema.json`);
  return JSON.stringify({
    ...JSON.parse(readFileSync(file)),
    $schema: 'http://json-schema.org/draft-07/schema#',
  });
}
