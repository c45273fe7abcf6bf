import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../support/places.ts';
import { p5 } from './p5-builds.ts';
import { p6 } from './p6-acknowledged.ts';
import { p7 } from './p7-letters.ts';
import { p8 } from './p8-queue.ts';
import { p11 } from './p11-redlines.ts';

const usage = `Measures what the guide says of speed and size, against what others need for the same, side by side.

  npm run bench                 every row
  npm run bench -- P5 P11       some of them
  npm run bench -- --help       this text

BENCH_VERSIONS (1000,2000), BENCH_SUBSCRIBERS (20000) and BENCH_REQUESTS (10000,1000000) say how many. The figures go into dist/bench.json too. A
machine with something else to do measures that as well.
`;

const rows = [p5, p6, p7, p8, p11];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
const wanted = rows.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
if (values.help || wanted.length === 0) {
	console[values.help ? 'log' : 'error'](usage);
	process.exit(values.help ? 0 : 2);
}

const results = [];
for (const { id, what, target, measure } of wanted) {
	console.log(`\n${id}  ${what}\n    target: ${target}`);
	const { figures, met } = await measure((line) => console.log(`    … ${line}`));
	for (const [name, figure] of Object.entries(figures)) console.log(`    ${name}: ${figure}`);
	console.log(`    ${met ? 'reached' : 'NOT REACHED'}`);
	results.push({ id, what, target, figures, met });
}
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist/bench.json'), `${JSON.stringify(results, null, '\t')}\n`);
