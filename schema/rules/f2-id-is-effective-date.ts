import { dateIn } from '../time.ts';
import { eachVersion, type Rule } from './rule.ts';

/** A version is named by the local date on which it takes effect, in its front matter as in its file name. */
export const f2IdIsEffectiveDate: Rule = {
	id: 'F2',
	level: 'error',
	citation: 'W3C pubrules: the date in "This version" is the date of the document.',
	check: (context) =>
		eachVersion(context, ({ version, canonical, translations }, { notice }) => {
			const on = dateIn(version.revision.effectiveAt, notice.zone);
			const wrongDate = version.id.slice(0, 10) !== on;
			const misnamed = [canonical, ...translations].filter((it) => it.front.version !== version.id);
			return [
				...misnamed.map((draft) => ({
					file: draft.file,
					line: draft.lineOf(['version']),
					field: 'version',
					message: `Expected version ${version.id}, the name of the file, found ${draft.front.version}. Make the two the same.`,
				})),
				...(wrongDate
					? [
							{
								file: canonical.file,
								line: canonical.lineOf(['effectiveAt']),
								field: 'effectiveAt',
								message: `Takes effect on ${on} in ${notice.zone}, but is named ${version.id}. Name the file and the version ${on}, or correct effectiveAt.`,
							},
						]
					: []),
			];
		}),
};
