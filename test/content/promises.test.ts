import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../api/config.ts';
import type { Category } from '../../schema/notice/frontmatter.ts';
import { labelsOf } from '../../schema/notice/labels.ts';
import { versionAt } from '../../schema/notice/timeline.ts';
import { deletionGrounds, rights, sensitiveKinds } from '../../schema/notice/vocabulary.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { instant } from '../../schema/time.ts';

const { library } = await readLibrary(join(projectRoot, 'content'));
const notice = library.notices.find((it) => it.slug === 'california');
const edition = notice && versionAt(notice, instant('2026-11-23T12:00:00-08:00'))?.editions.en;
if (!edition) throw new Error('the California notice has no version in force on 23 November 2026');

const { promises } = edition;
const { commitments, scope, sensitive, changeTerms } = promises;
const labels = labelsOf('en');

/** The words of the section with an id, subsections not among them. */
const text = (id: string): string => {
	const section = edition.sections.find((it) => it.id === id);
	if (!section) throw new Error(`the notice has no section ${id}`);
	return section.blocks.map((it) => it.text).join('\n');
};

const prints = (id: string, words: readonly (string | undefined)[]) => {
	for (const it of words) expect(text(id)).toContain(it ?? 'a phrase that the front matter lacks');
};

const categoriesWhere = (holds: (category: Category) => boolean) =>
	promises.categories.filter(holds).map((it) => it.key);
const byFlow = ['identifiers', 'commercial', 'internetActivity', 'geolocation', 'inferences', 'other'] as const;
const statute = deletionGrounds.filter((it) => it !== 'otherLawfulUse');

test('it covers two populations and the affiliates, and adds to the general policy', () => {
	const governed = scope?.populations.filter((it) => it.governedBy === 'california').map((it) => it.key);
	expect(governed).toEqual(['website', 'application']);
	expect(scope).toMatchObject({ affiliates: true, supplements: 'privacy-policy', refersFor: ['sources', 'purposes'] });
	prints('who', ['our affiliates', 'It adds to our privacy policy', 'where information comes from and why we use it']);
	prints('who', scope?.populations.map((it) => it.label) ?? []);
});

test('it says what it excludes, and who answers for that instead', () => {
	prints('who', scope?.excluded.map((it) => it.what) ?? []);
	expect(scope?.excluded.map((it) => it.see).filter(Boolean)).toEqual(['california-workforce']);
	expect(scope?.populations.find((it) => it.key === 'customer')?.referTo).toContain('the clinic');
});

test('it says of each category of the law whether it is collected, with examples, sources and a period', () => {
	expect(promises.categories).toHaveLength(13);
	const listed = promises.categories.filter((it) => it.key !== 'other');
	const collected = promises.categories.filter((it) => it.collected === 'yes');
	expect(collected.map((it) => it.key)).toEqual(
		expect.arrayContaining(['identifiers', 'commercial', 'internetActivity', 'geolocation']),
	);
	for (const it of collected) expect(it.retention && it.sources.length && it.purposes.length, it.key).toBeTruthy();
	prints(
		'collect',
		listed.flatMap((it) => [labels.categories[it.key], it.examples, ...it.sources]),
	);
	prints('collect', ['12 months', ...listed.filter((it) => it.collected === 'yes').map((it) => it.retention)]);
});

test('it names twelve purposes by letter, and three further cases', () => {
	expect(promises.purposes).toHaveLength(12);
	expect(promises.furtherUses).toEqual(['consent', 'law', 'transaction']);
	const markers = edition.sections
		.find((it) => it.id === 'purposes')
		?.blocks.flatMap((it) => (it.kind === 'item' && it.marker.startsWith('(') ? [it.marker] : []));
	expect([markers?.[0], markers?.at(-1)]).toEqual(['(a)', '(l)']);
	prints('purposes', [...promises.purposes.map((it) => it.text), ...Object.values(labels.furtherUses)]);
});

test('it promises no new category and no materially different use without notice', () => {
	expect(changeTerms?.noNewUsesUnannounced).toBe(true);
	prints('purposes', ['no further category', 'no materially different use']);
});

test('it may have disclosed six categories, the catch-all among them, and what is sensitive to service providers', () => {
	expect(categoriesWhere((it) => it.disclosed.answer === 'may')).toEqual([...byFlow.slice(0, 5), 'sensitive', 'other']);
	prints('disclose', [
		...byFlow.map((key) => labels.categories[key]),
		'may have disclosed',
		'our affiliates',
		'service providers',
	]);
});

test('it may have sold or shared the same six, never for money', () => {
	expect(categoriesWhere((it) => it.soldOrShared.answer === 'may')).toEqual(byFlow);
	expect(promises.soldForMoney).toBe(false);
	prints('sell-share', [
		...byFlow.map((key) => labels.categories[key]),
		'We do not sell personal information for money',
	]);
	prints('sell-share', ['advertising networks', 'providers of online tracking', 'may have sold or shared']);
});

test('nothing is disclosed, sold or shared that is not collected', () => {
	const flows = (it: Category) => it.disclosed.answer !== 'no' || it.soldOrShared.answer !== 'no';
	expect(categoriesWhere((it) => flows(it) && it.collected === 'no')).toEqual([]);
});

test('it offers every right', () => {
	expect(commitments?.rights).toEqual(rights);
	prints('rights', Object.values(labels.rights));
});

test('an access answer lists six items of 12 months, in a portable format', () => {
	expect(commitments).toMatchObject({ accessCoversMonths: 12, portableFormat: true });
	expect(commitments?.accessItems).toHaveLength(6);
	prints('access', [...Object.values(labels.accessItems), '12 months', 'easy to read and to take elsewhere']);
});

test('access is answered twice in 12 months', () => {
	expect(commitments?.accessRequestsPerYear).toBe(2);
	prints('access', ['twice in 12 months']);
});

test('a deletion reaches the service providers, and is refused only on the eight grounds of the statute', () => {
	expect(commitments?.deletionByServiceProviders).toBe(true);
	expect(commitments?.deletionGrounds).toEqual(statute);
	prints('delete', ['instruct our service providers', ...statute.map((it) => labels.deletionGrounds[it])]);
});

test('an opt-out is of all or of a part, within 15 business days, also by signal, with its warning', () => {
	expect(commitments).toMatchObject({ optOutOf: ['all', 'part'], optOutSignal: true, optOutWarning: true });
	prints('opt-out', [
		'15 business days',
		'wholly or in the part',
		'Global Privacy Control',
		'become impossible to provide',
	]);
});

test('it lists every kind of sensitive information, and limits its use to what was asked for', () => {
	expect(sensitive?.listed).toEqual(sensitiveKinds);
	expect(sensitive?.usedBeyondService).toBe(false);
	prints('limit', [...Object.values(labels.sensitive), 'the service or the goods that you asked for']);
});

test('one can ask by toll-free telephone, form and e-mail', () => {
	expect(commitments?.methods.map((it) => it.kind)).toEqual(['telephone', 'form', 'email']);
	prints('ask', ['(800) 555-0142', labels.methods.form, 'privacy@ferrymoor.example']);
});

test('an agent may make every request, with written authorisation; a power of attorney needs no proof', () => {
	expect(commitments?.agents?.rights).toEqual(rights);
	expect(commitments?.agents?.mayDenyWithoutProof).toBe(true);
	prints('agents', [
		...Object.values(labels.agentProofs),
		'Probate Code sections 4000 to 4465',
		'Without proof we may refuse',
	]);
});

test('identity is verified for what discloses or changes data, and never for an opt-out or a limit', () => {
	expect(commitments?.verification.rights).toEqual(rights.filter((it) => it !== 'OPT_OUT' && it !== 'LIMIT'));
	prints('verify', [labels.verificationNeeds.identity, labels.verificationNeeds.description]);
	prints('verify', ['To opt out, or to limit, you need to prove nothing']);
});

test('an answer comes within 30 days of receipt, or 60 or 90 with reason and period in writing', () => {
	expect(commitments).toMatchObject({ respondWithinDays: 30, extendToDays: [60, 90], confirmWithinBusinessDays: 10 });
	prints('time', ['within 30 days', '60 or 90 days', '10 business days', 'with the reason and the new date']);
});

test('it is free, unless excessive, repetitive or manifestly unfounded', () => {
	expect(commitments?.feeOnlyWhen).toEqual(['excessive', 'repetitive', 'unfounded']);
	prints('fee', ['Nothing.', 'excessive, repetitive or manifestly unfounded']);
});

test('nobody is worse off for asking: four acts, and no incentive', () => {
	expect(commitments).toMatchObject({ financialIncentives: false });
	expect(commitments?.noDiscrimination).toHaveLength(4);
	prints('no-discrimination', Object.values(labels.discriminationActs));
	prints('incentives', ['no financial incentive']);
});

test('children under 16 are left alone, and there is a way to have their data removed', () => {
	expect(promises.children).toMatchObject({
		directedAt: false,
		underAge: 16,
		knowinglyCollected: false,
		knowinglySoldOrShared: false,
		removalOnRequest: true,
	});
	prints('children', ['under 16', 'do not knowingly collect, sell or share', 'we remove it']);
});

test('an adverse change is announced 30 days ahead, with 30 days to object; use is no acceptance', () => {
	expect(changeTerms).toMatchObject({
		inForce: 'effectiveDate',
		useMeansAcceptance: false,
		advanceNotice: { days: 30 },
		objection: { days: 30 },
	});
	prints('changes', ['at least 30 days before', 'does not mean that you agree']);
	prints('top', ['1 September 2026']);
});

test('the contact is stated in full', () => {
	expect(promises.contact?.post).not.toEqual([]);
	prints('contact', [promises.contact?.email, promises.contact?.telephone, promises.contact?.post.join(', ')]);
});
