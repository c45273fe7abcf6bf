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
import type { PostgresSystem } from '../../connectors/postgres.ts';

/** What a command about systems works with. */
export interface SystemScope {
	config: Config;
	now: Instant;
	systems: System[];
	options: {
		system?: string | undefined;
		person?: string | undefined;
		correction?: string | undefined;
		notice?: string | undefined;
		out?: string | undefined;
		package?: string | undefined;
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

/** The systems that are meant and that a connector reaches; a line names each that is left to somebody's hands. */
export const connected = ({ systems, options }: SystemScope): (PostgresSystem & { name: string })[] => {
	const meant = systems.filter(({ id }) => id === (options.system ?? id));
	if (!meant.length) throw new TypeError('--system: systems.yaml declares no such system; see system list');
	return meant.flatMap(({ id, name, owner, reach }) => {
		if (reach.by === 'postgres') return [{ id, name, reach, url: systemAddress(reach.connection) }];
		const how = reach.by === 'hand' ? `${owner} does it: ${reach.how}` : 'Its own program does it.';
		console.error(`${id}: not reached by a connector. ${how}`);
		return [];
	});
};

/** Prints facts for a program, else lines for people. */
export const print = (json: boolean, facts: unknown, lines: readonly string[]): void => {
	if (json) console.log(JSON.stringify(facts));
	else for (const line of lines) console.log(line);
};

/** The line for a table in which nothing could be looked for. */
export const notSearched = (system: string, table: string): string =>
	`${system}: ${table}: not searched, since no point that was given finds its rows`;
