import type { Command } from 'commander';

/** Makes the commands known that are about the evidence of a run that is over. */
export function addEvidenceCommands(program: Command): void {
  program
    .command('pack')
    .description("seals a run's evidence into one zip, which `verify` checks")
    .option('--reports <dir>', 'the folder of the run; left out: that of the settings')
    .option('--out <file>', 'the zip; left out: in that folder')
    .option('--key <file>', 'the PEM of an Ed25519 private key, which signs it')
    .option('--whole', 'leaves what the pool holds of others as it is; without it that is masked')
    .option('--allow-loopback', 'also of an endpoint on this machine; every page says so')
    .action(async (options) => {
      const { pack } = await import('#command/pack');
      await pack(options);
    });
  program
    .command('verify')
    .argument('<zip>', 'what `pack` wrote')
    .description('checks a sealed run: its sums, its signature, and by the rules what it says')
    .option('--key <file>', 'the PEM of the public key that it has to be signed with')
    .option('--json', 'tells what was found as JSON')
    .addHelpText(
      'after',
      '\nExit codes: 0 the evidence gives the same, 1 it gives something else, 2 no zip or a wrong argument,\n3 another version, and it differs, 4 a fault of the checking itself, 5 not intact.',
    )
    .action(async (zip, options) => {
      const { verifyPack } = await import('#command/verify');
      process.exitCode = await verifyPack(zip, options);
    });
  program
    .command('report')
    .argument('<dir>', 'the folder of a run')
    .description("makes a run's pages and `junit.xml` again, from its `conformance.json` and `evidence.har`")
    .option('--open', 'opens the page in the browser')
    .action(async (dir, options) => {
      const { report } = await import('#command/report');
      await report(dir, options);
    });
}
