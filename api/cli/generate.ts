import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { frontMatterJsonSchema } from '../../schema/notice/json-schema.ts';
import { projectRoot } from '../config.ts';
import { explainStop } from '../explain-stop.ts';
import { printSdl } from '../graphql/print.ts';
import { printPromisesKept } from './promises-kept.ts';

const usage = `Prints what is derived from the code into schema/generated/.

  npm run generate               writes the files
  npm run generate -- --check    writes nothing; exit 1 where a file is not what the code says
`;

const files: [string, () => string][] = [
	['schema/generated/schema.graphql', printSdl],
	['schema/generated/promises-kept.json', printPromisesKept],
	['schema/generated/front-matter.schema.json', () => `${JSON.stringify(frontMatterJsonSchema(), null, '\t')}\n`],
];

const read = (path: string) => {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
};

try {
	const { values } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } });
	if (values.help) {
		console.log(usage);
		process.exit(0);
	}
	const stale = files.filter(([path, print]) => read(join(projectRoot, path)) !== print());
	for (const [path, print] of stale) {
		if (!values.check) writeFileSync(join(projectRoot, path), print());
		console.log(values.check ? `${path} is not what the code says; run npm run generate.` : `wrote ${path}`);
	}
	process.exit(values.check && stale.length > 0 ? 1 : 0);
} catch (error) {
	explainStop(error);
}
