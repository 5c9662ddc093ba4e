import {
  credentials,
  endOfRun,
  illFormed,
  installed,
  installedWithBody,
  methods,
  repeated,
  test,
  unknown,
} from '#suite/conformance';
import { titleHere } from '#suite/settings';

// One walk: each scenario finds the pool as the one before it left it.
test.describe(titleHere(), () => {
  test.describe('Access', () => {
    test(credentials.title, ({ carryOut }) => carryOut(credentials));
    test(methods.title, ({ carryOut }) => carryOut(methods));
  });

  test.describe('The 400 path', () => {
    test(illFormed.title, ({ carryOut }) => carryOut(illFormed));
    test(unknown.title, ({ carryOut }) => carryOut(unknown));
  });

  test.describe('The 200 path', () => {
    test(installed.title, ({ carryOut }) => carryOut(installed));
    test(installedWithBody.title, ({ carryOut }) => carryOut(installedWithBody));
  });

  test.describe('Effects', () => {
    test(repeated.title, ({ carryOut }) => carryOut(repeated));
    test(endOfRun.title, ({ carryOut }) => carryOut(endOfRun));
  });
});
