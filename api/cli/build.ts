import { parseArgs } from 'node:util';
import { fromEpoch, instant } from '../../schema/time.ts';
import { readConfig } from '../config.ts';
import { explainStop } from '../explain-stop.ts';
import { buildSite } from '../publish/build.ts';
import { takeContent } from '../publish/content.ts';

const usage = `Builds the site.

  npm run build                       as it is now
  npm run build -- --at <instant>     as it will be, or was, at an instant such as 2027-03-01T00:00:00-08:00
  npm run build -- --json             prints {"folder", "validUntil"} alone
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
	const { contentDir, publicUrl, apiUrl } = readConfig();
	const at = values.at === undefined ? fromEpoch(Date.now()) : parseAt(values.at);
	const onLine = values.json ? () => {} : (line: string) => console.log(line);
	const content = await takeContent({ contentDir, demo: false });
	const build = await buildSite({ content, publicUrl, apiUrl, at, demo: false, onLine });
	if (values.json) console.log(JSON.stringify(build));
	else console.log(`Built in ${build.folder}; right until ${build.validUntil ?? 'further notice'}.`);
} catch (error) {
	explainStop(error);
}
