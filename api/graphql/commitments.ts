import type { Commitments, Promises } from '../../schema/notice/frontmatter.ts';
import { regimeOfCommitments } from '../../schema/regimes/regimes.ts';
import { builder, open } from './builder.ts';
import { AgentsType, RequestMethodType, VerificationType } from './commitment-parts.ts';
import { DiscriminationActEnum, FeeGroundEnum, RightEnum } from './enums.ts';
import { editionIn } from './lookup.ts';
import { localeArg, NoticeVersionType } from './refs.ts';
import { StatementsInterface } from './statements.ts';

/** A version's statements, known to hold commitments. */
export type Committed = Promises & { commitments: Commitments };

export const CommitmentsType = builder.objectRef<Committed>('Commitments').implement({
	description: 'Everything a version promises, as data: what the page prints and the API keeps.',
	interfaces: [StatementsInterface],
	fields: (t) => ({
		regime: t.string({
			authScopes: open,
			description: 'The law whose time limits hold where they are better than what is promised, such as `california`.',
			resolve: (it) => regimeOfCommitments(it.commitments).key,
		}),
		rights: t.field({
			type: [RightEnum],
			authScopes: open,
			description: 'What people may ask for.',
			resolve: (it) => it.commitments.rights,
		}),
		respondWithinDays: t.int({
			authScopes: open,
			description: 'Days from receipt to the answer.',
			resolve: (it) => it.commitments.respondWithinDays,
		}),
		extendToDays: t.intList({
			authScopes: open,
			description: 'Days from receipt to which an answer may be put off, with reason and period in writing.',
			resolve: (it) => it.commitments.extendToDays,
		}),
		confirmWithinBusinessDays: t.int({
			authScopes: open,
			description: 'Business days from receipt to its confirmation.',
			resolve: (it) => it.commitments.confirmWithinBusinessDays,
		}),
		optOutWithinBusinessDays: t.int({
			authScopes: open,
			description: 'Business days from receipt until an opt-out or a limit has taken hold.',
			resolve: (it) => it.commitments.optOutWithinBusinessDays,
		}),
		methods: t.field({
			type: [RequestMethodType],
			authScopes: open,
			description: 'The ways to ask.',
			resolve: (it) => it.commitments.methods,
		}),
		verification: t.field({
			type: VerificationType,
			authScopes: open,
			description: 'What is asked of a person before an answer.',
			resolve: (it) => it.commitments.verification,
		}),
		agents: t.field({
			type: AgentsType,
			nullable: true,
			authScopes: open,
			description: 'Who may ask for somebody else; null where nothing is said.',
			resolve: (it) => it.commitments.agents ?? null,
		}),
		feeOnlyWhen: t.field({
			type: [FeeGroundEnum],
			authScopes: open,
			description: 'When alone there may be a fee.',
			resolve: (it) => it.commitments.feeOnlyWhen,
		}),
		noDiscrimination: t.field({
			type: [DiscriminationActEnum],
			authScopes: open,
			description: 'What is not done to those who use their rights.',
			resolve: (it) => it.commitments.noDiscrimination,
		}),
		financialIncentives: t.boolean({
			authScopes: open,
			description: 'Whether anything is offered for personal information.',
			resolve: (it) => it.commitments.financialIncentives,
		}),
	}),
});

const PromisesType = builder.objectRef<Promises>('Promises').implement({
	description: 'What a version states, also where it offers no rights of its own.',
	interfaces: [StatementsInterface],
});

builder.objectFields(NoticeVersionType, (t) => ({
	promises: t.field({
		type: PromisesType,
		authScopes: open,
		description: 'What it states, whether or not it offers rights of its own.',
		args: { locale: t.arg.string(localeArg) },
		resolve: (parent, { locale }) => editionIn(parent, locale).promises,
	}),
	commitments: t.field({
		type: CommitmentsType,
		nullable: true,
		authScopes: open,
		description: 'Everything it promises; null where it offers no rights of its own.',
		args: { locale: t.arg.string(localeArg) },
		resolve: (parent, { locale }) => {
			const { commitments, ...promises } = editionIn(parent, locale).promises;
			return commitments ? { ...promises, commitments } : null;
		},
	}),
}));
