import { parseArgs } from 'node:util';
import { fromEpoch, instant } from '../../schema/time.ts';
import { prepareDataDir, readConfig } from '../config.ts';
import { explainStop } from '../explain-stop.ts';
import { buildSite } from '../publish/build.ts';
import { takeContent } from '../publish/content.ts';
import { sealOf, writeSeal } from '../publish/seal.ts';
import { loadSigningKeys } from '../signing-key.ts';

const usage = `Builds the site.

  npm run build                       as it is now
  npm run build -- --at <instant>     as it will be, or was, at an instant such as 2027-03-01T00:00:00-08:00
  npm run build -- --json             prints {"folder", "validUntil"} alone

What stands in the folder's client/ is signed with SIGNING_KEY, or the key in the data folder, for a host of static files.
`;

const parseAt = (text: string) => {
	try {
		return instant(text);
	} catch {
		throw new TypeError(`--at: '${text}' is not a date and time with an offset, such as 2027-03-01T00:00:00-08:00.`);
	}
};

try {
	const { values } = parseArgs({
		options: { at: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
	});
	if (values.help) {
		console.log(usage);
		process.exit(0);
	}
	const { contentDir, publicUrl, apiUrl, dataDir, signingKey } = readConfig();
	prepareDataDir(dataDir);
	const at = values.at === undefined ? fromEpoch(Date.now()) : parseAt(values.at);
	const onLine = values.json ? () => {} : (line: string) => console.log(line);
	const content = await takeContent({ contentDir, demo: false });
	const build = await buildSite({ content, publicUrl, apiUrl, at, demo: false, onLine });
	await writeSeal(build.folder, await sealOf(build.folder, loadSigningKeys(signingKey, dataDir, onLine)));
	if (values.json) console.log(JSON.stringify(build));
	else console.log(`Built in ${build.folder}; right until ${build.validUntil ?? 'further notice'}.`);
} catch (error) {
	explainStop(error);
}
