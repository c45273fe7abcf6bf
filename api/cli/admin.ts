import { fromEpoch } from '../../schema/time.ts';
import { type Config, prepareDataDir, readConfig } from '../config.ts';
import { explainStop } from '../explain-stop.ts';
import { openStore } from '../store/open.ts';
import { audience } from './admin/audience.ts';
import { backup, examination, restoration } from './admin/backup.ts';
import { dataKey } from './admin/data-key.ts';
import { evidence } from './admin/evidence.ts';
import { hold } from './admin/hold.ts';
import { moving } from './admin/import.ts';
import { key } from './admin/key.ts';
import { person } from './admin/person.ts';
import { post } from './admin/post.ts';
import { purge } from './admin/purge.ts';
import type { AdminScope, FileSubject, Subject } from './admin/subject.ts';
import { system } from './admin/system.ts';
import { webhook } from './admin/webhook.ts';

const subjects: Readonly<Record<string, Subject | FileSubject>> = {
	key,
	'data-key': dataKey,
	person,
	webhook,
	audience,
	import: moving,
	evidence,
	hold,
	post,
	purge,
	backup,
	restore: restoration,
	check: examination,
	system,
};

const usageOf = (
	some: readonly { usage: string }[],
) => `What an operator does beside a running server, on the store that the environment names.

${some.map((subject) => subject.usage).join('\n\n')}

  --json   prints what a program can read

Exit codes: 0 fine, 1 there is nothing by that name, 2 used wrongly.
`;

const now = () => fromEpoch(Date.now());

const onStore = async (config: Config, work: (scope: AdminScope) => Promise<void>) => {
	const store = await openStore(config, (line) => console.error(line), { beside: true });
	try {
		await work({ config, store, now: now() });
	} finally {
		await store.close();
	}
};

const workOf = (subject: Subject | FileSubject, args: string[]) => {
	if ('readFiles' in subject) {
		const work = subject.readFiles(args);
		return work && ((config: Config) => work(config, now()));
	}
	const work = subject.read(args);
	return work && ((config: Config) => onStore(config, work));
};

try {
	const [name = '', ...args] = process.argv.slice(2);
	const isHelp = [name, ...args].includes('--help');
	const subject = Object.hasOwn(subjects, name) ? subjects[name] : undefined;
	const work = isHelp || !subject ? null : workOf(subject, args);
	if (work) {
		const config = readConfig();
		prepareDataDir(config.dataDir);
		await work(config);
	} else {
		console[isHelp ? 'log' : 'error'](usageOf(subject ? [subject] : Object.values(subjects)));
		process.exitCode = isHelp ? 0 : 2;
	}
} catch (error) {
	explainStop(error);
}
