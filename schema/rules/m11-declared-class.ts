import { nameOfCode } from '../materiality/codes.ts';
import type { Verdict } from '../materiality/model.ts';
import { verdictOf } from '../materiality/of-version.ts';
import type { Person } from '../notice/model.ts';
import { type ChangeClass, changeClasses } from '../notice/vocabulary.ts';
import { eachVersion, flawAt, type NoticeDraft, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';

const validFrom = '2026-12-01T00:00:00.000Z';

/** What a version amounts to, where the rules of classes bind it; versions announced earlier were classed before them. */
export const bindingVerdict = ({ version }: VersionDraft, { notice }: NoticeDraft): Verdict | null =>
	version.revision.announcedAt < validFrom ? null : verdictOf(notice, version);

const rank = (it: ChangeClass): number => changeClasses.indexOf(it);

const shown = ({ codes }: Verdict): string =>
	codes.map(({ code, direction, evidence }) => `${code} ${nameOfCode(code)}, ${direction}: ${evidence[0]}`).join('; ');

const lower = (draft: VersionDraft, found: Verdict): RuleFlaw[] => {
	const why = found.codes.length ? shown(found) : 'more changed than looks and slips of the pen';
	const codes = found.codes.map(({ code }) => code).join(', ');
	const message = `Declared ${draft.version.revision.class}, but the change is ${found.class}: ${why}. Write class: ${found.class}, or add an override with codes: [${codes}], the reason, and by whom it is signed.`;
	return [flawAt(draft, ['class'], message)];
};

const overruled = (draft: VersionDraft, found: Verdict, people: readonly Person[]): RuleFlaw[] => {
	const { codes = [], by = '' } = draft.version.revision.override ?? {};
	const left = found.codes.map(({ code }) => code).filter((it) => !codes.includes(it));
	const signers = people.filter(({ signsOff }) => signsOff.includes(found.class)).map(({ id }) => id);
	const named = `Does not name ${left.join(', ')}, which the change shows: ${shown({ ...found, codes: found.codes.filter(({ code }) => left.includes(code)) })}. Add it, or write class: ${found.class}.`;
	const signed = `'${by}' may not sign that a ${found.class} change is called less. Name one of ${signers.join(', ') || '(nobody in people.yaml yet)'}.`;
	return [
		...(left.length ? [flawAt(draft, ['override', 'codes'], named)] : []),
		...(signers.includes(by) ? [] : [flawAt(draft, ['override', 'by'], signed)]),
	];
};

const checkVersion = (draft: VersionDraft, notice: NoticeDraft, people: readonly Person[]): RuleFlaw[] => {
	const found = bindingVerdict(draft, notice);
	if (!found || rank(draft.version.revision.class) >= rank(found.class)) return [];
	return draft.version.revision.override ? overruled(draft, found, people) : lower(draft, found);
};

/** A version is of no lower class than its difference shows, unless somebody who may sign that class says why. */
export const m11DeclaredClass: Rule = {
	id: 'M11',
	level: 'error',
	citation: 'FTC, Gateway Learning (2004): a practice made more permissive by a quiet amendment is unfair.',
	sparesHistory: true,
	check: (context) => eachVersion(context, (draft, notice) => checkVersion(draft, notice, context.library.people)),
};
