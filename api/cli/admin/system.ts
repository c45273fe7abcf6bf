import { parseArgs } from 'node:util';
import { correctionFile } from '../../../schema/system/system.ts';
import type { Connector, TableCount } from '../../connectors/connector.ts';
import type { FileSubject } from './subject.ts';
import { packPerson } from './system-package.ts';
import {
	connected,
	declaredSystems,
	notSearched,
	print,
	readGiven,
	readPerson,
	type SystemScope,
	withStore,
} from './system-scope.ts';
import { sendFile } from './system-send.ts';
import { listTasksLeft, runTask } from './system-task.ts';
import { verifyPerson } from './system-verify.ts';

const options = {
	system: { type: 'string' },
	person: { type: 'string' },
	correction: { type: 'string' },
	notice: { type: 'string' },
	since: { type: 'string' },
	out: { type: 'string' },
	package: { type: 'string' },
	contested: { type: 'string' },
	declaration: { type: 'boolean', default: false },
	yes: { type: 'boolean', default: false },
	json: { type: 'boolean', default: false },
} as const;

const list = async ({ systems, options: { json } }: SystemScope) => {
	const lines = systems.map(({ id, name, owner, reach }) => `${id}  ${name}  ${owner}  by ${reach.by}`);
	print(json, systems, lines.length ? lines : ['systems.yaml declares no system yet.']);
};

const countLine = (system: string, { table, rows }: TableCount) =>
	rows === null ? notSearched(system, table) : `${system}: ${table}: ${rows}`;

/** One system after the other: of those before one that fails, it was said already what was done. */
const eachSystem = async (scope: SystemScope, work: (system: Connector) => Promise<TableCount[]>) => {
	for (const system of await connected(scope)) {
		const tables = await work(system);
		const lines = tables.map((it) => countLine(system.id, it));
		print(scope.options.json, { system: system.id, tables }, lines);
	}
};

const findPerson = async (scope: SystemScope) => {
	const person = await readPerson(scope);
	await eachSystem(scope, (system) => system.find(person));
};

const matchPerson = async (scope: SystemScope) => {
	const person = await readPerson(scope);
	for (const system of await connected(scope)) {
		const tables = await system.matches(person);
		const lines = tables.map(({ table, points }) => `${system.id}: ${table} agrees on ${points.join(', ')}`);
		print(scope.options.json, { system: system.id, tables }, lines.length ? lines : [`${system.id}: nothing agrees`]);
	}
};

const sayEnding = (kept: boolean) =>
	console.error(kept ? 'Done.' : 'Tried and taken back: nothing was changed. Add --yes to do it.');

const erasePerson = async (scope: SystemScope) => {
	const person = await readPerson(scope);
	await eachSystem(scope, (system) => system.erase(person, scope.options.yes));
	sayEnding(scope.options.yes);
};

const correctPerson = async (scope: SystemScope) => {
	const person = await readPerson(scope);
	const correction = await readGiven(correctionFile, 'correction', scope.options.correction);
	const itsSystem = { ...scope, options: { ...scope.options, system: correction.system } };
	await eachSystem(itsSystem, async (system) => [await system.correct(person, correction, scope.options.yes)]);
	sayEnding(scope.options.yes);
};

const actions: Readonly<Record<string, (scope: SystemScope, task: string | undefined) => Promise<void>>> = {
	list,
	match: matchPerson,
	verify: verifyPerson,
	find: findPerson,
	package: packPerson,
	erase: erasePerson,
	correct: correctPerson,
	tasks: listTasksLeft,
	run: runTask,
	send: sendFile,
};

/** The systems that hold personal data, and a person's data in them. */
export const system: FileSubject = {
	usage: `  npm run admin -- system list
        the systems that systems.yaml declares
  npm run admin -- system match --person <file>     which of the points a person gave are right, for verification
  npm run admin -- system verify <request> --person <file> [--declaration] [--contested <points>] [--yes]
        notes that the person is verified by the points that agree; --declaration where they signed one
  npm run admin -- system find --person <file>      how many rows of the person each table has
  npm run admin -- system package --person <file> --notice <slug> --out <zip> [--since <date>]
        writes the answer to an access request: a page, JSON and CSV; --since says how far back the request asks,
        and leaves no row out
  npm run admin -- system send <request> --package <zip>
        keeps the package sealed, and sends the person a link to download it
  npm run admin -- system erase --person <file> [--yes]
  npm run admin -- system correct --person <file> --correction <file> [--yes]
        say what they would do; with --yes they do it
  npm run admin -- system tasks [--system <id>]
        what is left to do for requests, by due date
  npm run admin -- system run <task> [--person <file>] [--correction <file>] [--yes]
        does a task of a system that a connector reaches, and notes that it is done

  --person      a YAML or JSON file such as 'email: name@example.org', or - for what comes in;
                for a task, the address that the person confirmed where it is left out
  --correction  a file with system, table, column and value
  --system      one system only`,
	readFiles(args) {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const [name = '', task] = positionals;
		const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
		return action
			? async (config, now) => {
					const systems = await declaredSystems(config);
					return withStore(config, (store) => action({ config, now, systems, store, options: values }, task));
				}
			: null;
	},
};
