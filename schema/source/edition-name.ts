import type { FileFlaw } from '../rules/rule.ts';

const editionName = /^(\d{4}-\d{2}-\d{2}(?:\.[2-9])?)(?:\.([a-z]{2}))?\.mdx$/;

/** The version that a file name names, or undefined where it names none. */
export const versionOfName = (name: string): string | undefined => editionName.exec(name)?.[1];

/** The language that a file name names; the controlling text names none. */
export const localeOf = (name: string): string | undefined => editionName.exec(name)?.[2];

/** Why a file in a notice's folder is not read, or null where it is; the first locale is the controlling one. */
export const misplaced = (name: string, folder: string, locales: readonly string[]): FileFlaw | null => {
	const [controlling, ...others] = locales;
	const locale = localeOf(name);
	const file = `${folder}/${name}`;
	if (!versionOfName(name)) {
		return { file, message: 'Expected a name such as 2027-03-01.mdx or 2027-03-01.es.mdx. Rename or remove the file.' };
	}
	if (!locale || others.includes(locale)) return null;
	const message =
		locale === controlling
			? `The controlling text has no language in its name. Rename it without .${locale}.`
			: `The language '${locale}' is not in the locales of notice.yaml. Add it there, or remove the file.`;
	return { file, message };
};
