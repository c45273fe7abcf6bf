import { fromEpoch } from '../../schema/time.ts';
import { prepareDataDir, readConfig } from '../config.ts';
import { explainStop } from '../explain-stop.ts';
import { openStore } from '../store/open.ts';
import { audience } from './admin/audience.ts';
import { evidence } from './admin/evidence.ts';
import { key } from './admin/key.ts';
import type { AdminScope, Subject } from './admin/subject.ts';
import { webhook } from './admin/webhook.ts';

const subjects: Readonly<Record<string, Subject>> = {
	key,
	webhook,
	audience,
	evidence,
};

const usageOf = (
	some: readonly Subject[],
) => `What an operator does beside a running server, on the store that the environment names.

${some.map((subject) => subject.usage).join('\n\n')}

  --json   prints what a program can read

Exit codes: 0 fine, 1 there is nothing by that name, 2 used wrongly.
`;

const onStore = async (work: (scope: AdminScope) => Promise<void>) => {
	const config = readConfig();
	prepareDataDir(config.dataDir);
	const store = await openStore(config, (line) => console.error(line), { beside: true });
	try {
		await work({ config, store, now: fromEpoch(Date.now()) });
	} finally {
		await store.close();
	}
};

try {
	const [name = '', ...args] = process.argv.slice(2);
	const isHelp = [name, ...args].includes('--help');
	const subject = Object.hasOwn(subjects, name) ? subjects[name] : undefined;
	const work = isHelp ? null : subject?.read(args);
	if (work) await onStore(work);
	else {
		console[isHelp ? 'log' : 'error'](usageOf(subject ? [subject] : Object.values(subjects)));
		process.exitCode = isHelp ? 0 : 2;
	}
} catch (error) {
	explainStop(error);
}
