import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { largestPackage } from '../../../schema/package/vocabulary.ts';
import { localIdOf } from '../../graphql/local-id.ts';
import { sendPackage } from '../../service/packages.ts';
import { print, type SystemScope } from './system-scope.ts';

/** What every zip begins with, an empty one apart. */
const zipMark = Buffer.from('PK\u0003\u0004');

const readZip = async (file: string | undefined): Promise<Buffer> => {
	if (!file) throw new TypeError('--package: name the zip that system package wrote');
	const bytes = await readFile(resolve(file)).catch(() => {
		throw new TypeError(`--package: cannot read ${file}; name a file that this user may read`);
	});
	if (!bytes.subarray(0, zipMark.length).equals(zipMark)) throw new TypeError(`--package: ${file} is no zip`);
	if (bytes.length > largestPackage)
		throw new TypeError(`--package: ${file} has ${bytes.length} bytes; a package has at most ${largestPackage}`);
	return bytes;
};

/** Keeps a package that somebody has looked through, and has the person sent a link to it. */
export const sendFile = async ({ store, now, options }: SystemScope, request: string | undefined): Promise<void> => {
	if (!request) throw new TypeError('--: name the request by its id, as the API has it');
	const bytes = await readZip(options.package);
	const requestId = localIdOf('RightsRequest', request) ?? request;
	const result = await sendPackage({ store: await store(), now }, { requestId, bytes });
	if (result.ok) {
		const { id, expiresAt } = result.value;
		return print(options.json, { id, expiresAt }, [`${id}: the person is sent a link; it works until ${expiresAt}.`]);
	}
	console.error(result.refusal.message);
	process.exitCode = 1;
};
