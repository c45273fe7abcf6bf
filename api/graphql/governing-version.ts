import { emailField } from '../../schema/fields.ts';
import type { GoverningReason } from '../../schema/objection/vocabulary.ts';
import type { Instant } from '../../schema/time.ts';
import type { ApiContext } from '../context.ts';
import { type GoverningSubject, governingVersions } from '../service/governing-versions.ts';
import { badInput } from './bad-input.ts';
import { builder, needs } from './builder.ts';
import { CategoryKeyEnum, GoverningReasonEnum } from './enums.ts';
import { noticeBySlug, type VersionOf } from './lookup.ts';
import { NoticeVersionType } from './refs.ts';

const read = needs('governing:read');

/** Most people asked about at once. */
const mostSubjects = 1000;

const GoverningType = builder.objectRef<{ of: VersionOf; why: GoverningReason }>('GoverningVersion').implement({
	description: 'The text that governs a person. Says nothing about whether the address is known.',
	fields: (t) => ({
		version: t.field({
			type: NoticeVersionType,
			authScopes: read,
			description: 'The text.',
			resolve: ({ of }) => of,
		}),
		why: t.expose('why', { type: GoverningReasonEnum, authScopes: read, description: 'Why it is this one.' }),
	}),
});

const SubjectInput = builder.inputType('GoverningSubjectInput', {
	description: 'Somebody, and the data of theirs that is asked about.',
	fields: (t) => ({
		email: t.string({ description: 'Their address.' }),
		collectedAt: t.field({
			type: 'DateTime',
			required: false,
			description: 'When the data was collected, where the question is about data already held.',
		}),
		category: t.field({
			type: CategoryKeyEnum,
			required: false,
			description: 'What the data is; any of it may be meant where this is absent.',
		}),
	}),
});

type Subject = typeof SubjectInput.$inferInput;

const subjectOf = ({ email, collectedAt, category }: Subject, index: number): GoverningSubject => {
	const address = emailField.safeParse(email);
	if (!address.success) throw badInput(`Subject ${index + 1}: expected an e-mail address such as name@example.org.`);
	return { email: address.data, collectedAt: collectedAt ?? null, category: category ?? null };
};

const answer = async (
	context: ApiContext,
	{
		notice: slug,
		subjects,
		instant,
	}: { notice: string; subjects: readonly Subject[]; instant?: Instant | null | undefined },
) => {
	if (!context.byPost)
		throw badInput('Ask this by POST: an address of a person must not stand in an address of the web.');
	if (subjects.length > mostSubjects) throw badInput(`Ask about at most ${mostSubjects} people at once.`);
	const notice = noticeBySlug(context, slug);
	if (!notice) throw badInput(`There is no notice ${slug}.`);
	const governing = await governingVersions(context, notice, {
		instant: instant ?? context.now,
		subjects: subjects.map(subjectOf),
	});
	return governing.map((it) => it && { of: { notice, version: it.version }, why: it.why });
};

builder.queryFields((t) => ({
	governingVersion: t.field({
		type: GoverningType,
		nullable: true,
		authScopes: read,
		description: 'Which text of a notice governs a person at an instant; null before the first. By POST only.',
		args: {
			notice: t.arg.string({ description: 'The name of the notice.' }),
			subject: t.arg({ type: SubjectInput, description: 'Who is asked about.' }),
			instant: t.arg({ type: 'DateTime', required: false, description: 'The moment asked about; now where absent.' }),
		},
		resolve: async (_, { subject, ...args }, context) => {
			const [one] = await answer(context, { ...args, subjects: [subject] });
			return one ?? null;
		},
	}),
	governingVersions: t.field({
		type: [GoverningType],
		nullable: { list: false, items: true },
		authScopes: read,
		description: `The same for up to ${mostSubjects} people, in their order. By POST only.`,
		args: {
			notice: t.arg.string({ description: 'The name of the notice.' }),
			subjects: t.arg({ type: [SubjectInput], description: 'Who is asked about.' }),
			instant: t.arg({ type: 'DateTime', required: false, description: 'The moment asked about; now where absent.' }),
		},
		complexity: ({ subjects }) => ({ field: 1, multiplier: Math.max(1, subjects.length / 10) }),
		resolve: (_, args, context) => answer(context, args),
	}),
}));
