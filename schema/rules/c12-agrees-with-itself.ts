import { sellsOrShares } from './c3-sale-and-sharing.ts';
import { passagesOf } from './prose.ts';
import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachUnderCalifornia } from './under-california.ts';

const denies = /\b(?:(?:do|does|did|have|has|will)(?: not|n[’']t)|never|neither)(?: \w+ly)? (?:sell|sold)\b/i;

/** "Not for money" is true of most sharing, and children and a part are not everybody and everything. */
const qualified = /\bmone(?:y|tary)\b|\bchild|\bminors?\b|\bunder 1\d\b|\bage of\b|\bunless\b|\bexcept\b|\bwithout\b/i;

const affirms = /\bwe (?:may |might )?(?:have )?(?:sell|sold)\b[^.]{0,40}\b(?:information|data)\b/i;

/** A sentence of the author's, and the line of its paragraph. */
const sentencesOf = (draft: VersionDraft) =>
	passagesOf(draft.canonical).flatMap(({ text, line }) =>
		text.split(/(?<=[.!?])\s+/).map((sentence) => ({ sentence, line })),
	);

const prose = (draft: VersionDraft): RuleFlaw[] => {
	const sold = sellsOrShares(draft);
	return sentencesOf(draft).flatMap(({ sentence, line }) => {
		const wrong = sold ? denies.test(sentence) && !qualified.test(sentence) : affirms.test(sentence);
		if (!wrong) return [];
		const said = sold ? 'nothing is sold, while categories say' : 'information is sold, while categories deny';
		const message = `The text says that ${said} that some is sold or shared. Correct the one or the other.`;
		return [{ file: draft.canonical.file, line, message }];
	});
};

const recruits = /\brecruit|\bhiring\b|\bto hire\b|\b(?:job|employment) applica/i;

const purposes = (draft: VersionDraft): RuleFlaw[] => {
	const { purposes, scope } = draft.version.revision;
	const excluded = scope?.excluded.some((it) => /\bapplicants?\b|\bapply for (?:a job|work)\b/i.test(it.what));
	if (!excluded) return [];
	return purposes.flatMap(({ text, key }, index) =>
		recruits.test(text)
			? [
					flawAt(
						draft,
						['purposes', index],
						`'${key}' is a purpose of recruiting, while scope.excluded sends applicants elsewhere. Remove the purpose, or cover applicants.`,
					),
				]
			: [],
	);
};

/** The text and its data agree, and no part takes back what another says. */
export const c12AgreesWithItself: Rule = {
	id: 'C12',
	level: 'error',
	citation: 'Cal. Bus. & Prof. Code § 17200; 15 U.S.C. § 45: a notice that contradicts itself misleads',
	check: (context) => eachUnderCalifornia(context, (draft) => [...prose(draft), ...purposes(draft)]),
};
