import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { z } from 'zod';
import { parseYaml } from '../../../schema/notice/parse.ts';
import type { FileFlaw } from '../../../schema/rules/rule.ts';
import { validate } from '../../../schema/source/read.ts';
import { readSystems } from '../../../schema/source/systems.ts';
import { personFile, type System } from '../../../schema/system/system.ts';
import type { Instant } from '../../../schema/time.ts';
import { type Config, ConfigurationError, systemAddress } from '../../config.ts';
import type { Connector } from '../../connectors/connector.ts';
import { postgresConnector } from '../../connectors/postgres.ts';
import { ownConnector } from '../../service/own-connector.ts';
import { openStore, type Store } from '../../store/open.ts';

/** What a command about systems works with. */
export interface SystemScope {
	config: Config;
	now: Instant;
	systems: System[];
	/** The store beside a running server, opened when it is asked for first. */
	store: () => Promise<Store>;
	options: {
		system?: string | undefined;
		person?: string | undefined;
		correction?: string | undefined;
		notice?: string | undefined;
		since?: string | undefined;
		out?: string | undefined;
		package?: string | undefined;
		contested?: string | undefined;
		declaration: boolean;
		yes: boolean;
		json: boolean;
	};
}

const flawLine = ({ file, line, field, message }: FileFlaw) =>
	[`${file}:${line ?? 1}`, field, message].filter(Boolean).join(': ');

const refuse = (flaws: readonly FileFlaw[]) => new ConfigurationError(flaws.map(flawLine).join('\n'));

/** The systems that the content declares; throws ConfigurationError with every flaw of systems.yaml. */
export const declaredSystems = async ({ contentDir }: Config): Promise<System[]> => {
	const { systems, flaws } = await readSystems(contentDir);
	if (flaws.length) throw refuse(flaws);
	return systems;
};

const sourceOf = async (option: string, file: string): Promise<string> => {
	try {
		return file === '-' ? await text(process.stdin) : await readFile(resolve(file), 'utf8');
	} catch {
		throw new TypeError(`--${option}: cannot read the file ${file}; name one that this user may read`);
	}
};

/** A YAML or JSON file, or what comes in: values of a person stand in no command line, which others can see. */
export const readGiven = async <Schema extends z.ZodType>(
	schema: Schema,
	option: string,
	file: string | undefined,
): Promise<z.output<Schema>> => {
	if (!file) throw new TypeError(`--${option}: name a file, or - for what comes in`);
	const { value, flaws } = validate(schema, file, parseYaml(await sourceOf(option, file)));
	if (value === null) throw refuse(flaws);
	return value;
};

/** By what the person is looked up. */
export const readPerson = ({ options }: SystemScope) => readGiven(personFile, 'person', options.person);

/** The way to a system; null where no connector reaches it. */
export const connectorOf = async ({ id, reach }: System, { store, now }: SystemScope): Promise<Connector | null> => {
	if (reach.by === 'postgres') return postgresConnector({ id, reach, url: systemAddress(reach.connection) });
	return reach.by === 'noticekeeper' ? ownConnector(id, { store: await store(), now }) : null;
};

/** The systems that are meant and that a connector reaches; a line names each that is left to somebody's hands. */
export const connected = async (scope: SystemScope): Promise<(Connector & { name: string })[]> => {
	const meant = scope.systems.filter(({ id }) => id === (scope.options.system ?? id));
	if (!meant.length) throw new TypeError('--system: systems.yaml declares no such system; see system list');
	const connectors: (Connector & { name: string })[] = [];
	for (const system of meant) {
		const { id, name, owner, reach } = system;
		const connector = await connectorOf(system, scope);
		if (connector) connectors.push({ ...connector, name });
		else {
			const how = reach.by === 'hand' ? `${owner} does it: ${reach.how}` : 'Its own program does it.';
			console.error(`${id}: not reached by a connector. ${how}`);
		}
	}
	return connectors;
};

/** Work with a store that is opened only where it is asked for. */
export const withStore = async (
	config: Config,
	work: (store: SystemScope['store']) => Promise<void>,
): Promise<void> => {
	let opened: Promise<Store> | null = null;
	try {
		await work(() => {
			opened ??= openStore(config, (line) => console.error(line), { beside: true });
			return opened;
		});
	} finally {
		// Narrowed to null by the compiler, which does not see the assignment in the callback.
		await (await (opened as Promise<Store> | null))?.close();
	}
};

/** Prints facts for a program, else lines for people. */
export const print = (json: boolean, facts: unknown, lines: readonly string[]): void => {
	if (json) console.log(JSON.stringify(facts));
	else for (const line of lines) console.log(line);
};

/** The line for a table in which nothing could be looked for. */
export const notSearched = (system: string, table: string): string =>
	`${system}: ${table}: not searched, since no point that was given finds its rows`;
