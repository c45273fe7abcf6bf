/** The tests of the project, by file under `test/`, each with the fields of front matter whose promise it holds. */
export type KeptBy = Readonly<Record<string, readonly string[]>>;

/** The files of the tests that hold what is stated in a field; one that names a group of fields holds each of them. */
export const testsOf = (kept: KeptBy, path: string): string[] =>
	Object.entries(kept)
		.filter(([, keys]) => keys.some((key) => path === key || path.startsWith(`${key}.`)))
		.map(([file]) => file);

const sources: Readonly<Record<string, string>> = {
	ccpa: 'CCPA',
	'civil-code': 'Civil Code',
	gdpr: 'GDPR',
	notice: 'Notice',
	rfc: 'RFC',
};

/** What the test of a duty holds, by the name of its file: `CCPA 1798.130: answers two requests a year`. */
export const dutyWords = (file: string): string => {
	const name = file.replace(/^.*\//, '').replace(/\.test\.ts$/, '');
	const [, source = '', numbers = '', duty = name] =
		/^(ccpa|civil-code|gdpr|notice|rfc)((?:-\d+)*)-(.*)$/.exec(name) ?? [];
	const from = [sources[source], numbers.slice(1).replaceAll('-', '.')].filter(Boolean).join(' ');
	return `${from && `${from}: `}${duty.replaceAll('-', ' ')}`;
};

/** The files that hold a duty or a promise from one end of the software to the other. */
export const isDuty = (file: string): boolean => file.startsWith('duties/');
