import { verifyRightsRequestInput } from '../../../schema/request/desk.ts';
import { type DataPoint, dataPoints } from '../../../schema/request/vocabulary.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { localIdOf } from '../../graphql/local-id.ts';
import { actOnRequest } from '../../service/request-desk.ts';
import { matchedPoints } from '../../service/system-match.ts';
import { connected, print, readPerson, type SystemScope } from './system-scope.ts';

const contestedIn = ({ options }: SystemScope): string[] => options.contested?.split(',').map((it) => it.trim()) ?? [];

const matched = async (scope: SystemScope): Promise<DataPoint[]> => {
	const person = await readPerson(scope);
	const found = [];
	for (const system of await connected(scope)) found.push(...(await system.matches(person)));
	return matchedPoints(found);
};

/** Notes that who asks is the person whose points agree in a system; their values are compared there and kept nowhere. */
export const verifyPerson = async (scope: SystemScope, request: string | undefined): Promise<void> => {
	const { now, config, options } = scope;
	if (!request) throw new TypeError('--: name the request by its id, as the API has it');
	const wish = { contested: contestedIn(scope), declaration: options.declaration, points: await matched(scope) };
	const id = localIdOf('RightsRequest', request) ?? request;
	const parsed = verifyRightsRequestInput.safeParse({ id, ...wish });
	if (!parsed.success)
		throw new TypeError(`--contested: expected some of ${dataPoints.join(', ')}, with commas between`);
	const { contested, declaration, points, reauthenticated } = parsed.data;
	const line = `Agree: ${points.join(', ') || 'none'}.`;
	if (!options.yes)
		return print(options.json, { points, status: null }, [`${line} Nothing was noted; add --yes to do it.`]);
	const { library } = await readLibrary(config.contentDir);
	const environment = { store: await scope.store(), library, now, afterCommit: () => {} };
	const deed = { type: 'verify', by: 'SYSTEM', contested, declaration, points, reauthenticated } as const;
	const result = await actOnRequest(environment, { aim: { id }, deed });
	if (result.ok)
		return print(options.json, { points, status: result.value.status }, [`${line} The person is verified.`]);
	console.error(`${line} ${result.refusal.message}`);
	process.exitCode = 1;
};
