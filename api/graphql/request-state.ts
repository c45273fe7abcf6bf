import { readDecided } from '../../schema/request/decision.ts';
import { availableActions } from '../../schema/request/lifecycle.ts';
import { type ChosenAction, isChosen, type Party } from '../../schema/request/vocabulary.ts';
import type { SubmissionStatus } from '../service/request-actions.ts';
import type { DeskRequest } from '../service/request-desk.ts';
import { builder, open } from './builder.ts';
import {
	ExtensionReasonEnum,
	OutcomeEnum,
	QuestionEnum,
	RequestActionEnum,
	RequestStatusEnum,
	RightEnum,
} from './enums.ts';
import { recordedVersion } from './lookup.ts';
import { NoticeVersionType } from './refs.ts';

/** What a party can do with a request now. */
export const actionsOf = (request: DeskRequest, by: Party): ChosenAction[] =>
	availableActions({ ...request, ...readDecided(request) }, by).filter(isChosen);

export const RequestStateType = builder.objectRef<DeskRequest>('RightsRequestState').implement({
	description: 'How one right asked for stands.',
	fields: (t) => ({
		right: t.expose('right', { type: RightEnum, authScopes: open, description: 'What was asked for.' }),
		status: t.expose('status', { type: RequestStatusEnum, authScopes: open, description: 'How it stands.' }),
		dueOn: t.expose('dueOn', { type: 'Date', authScopes: open, description: 'By when it is answered.' }),
		sinceOn: t.expose('sinceOn', {
			type: 'Date',
			nullable: true,
			authScopes: open,
			description:
				'Of a request to know: it is for what was collected since then. Null for other rights, and where neither the law nor the person named a day.',
		}),
		extendedOn: t.expose('extendedOn', {
			type: 'Date',
			nullable: true,
			authScopes: open,
			description: 'When the answer was put off to `dueOn`, if it was.',
		}),
		extensionReason: t.expose('extensionReason', {
			type: ExtensionReasonEnum,
			nullable: true,
			authScopes: open,
			description: 'Why it was put off.',
		}),
		treatedAs: t.expose('treatedAs', {
			type: RightEnum,
			nullable: true,
			authScopes: open,
			description:
				'The right that it is answered as, where who asks could not be found out as surely as its own needs.',
		}),
		question: t.expose('question', {
			type: QuestionEnum,
			nullable: true,
			authScopes: open,
			description: 'What we last asked for by letter, if anything.',
		}),
		consumerAskedUntil: t.expose('consumerAskedUntil', {
			type: 'DateTime',
			nullable: true,
			authScopes: open,
			description:
				'Until when the person acted for can say whether the agent may act; null where they are not asked, or have answered.',
		}),
		repliedAt: t.expose('repliedAt', {
			type: 'DateTime',
			nullable: true,
			authScopes: open,
			description: 'When the person last wrote, since they were last asked.',
		}),
		outcome: t.expose('outcome', {
			type: OutcomeEnum,
			nullable: true,
			authScopes: open,
			description: 'How it was answered.',
		}),
		endedAt: t.expose('endedAt', {
			type: 'DateTime',
			nullable: true,
			authScopes: open,
			description: 'When it ended, if it has.',
		}),
		reason: t.string({
			nullable: true,
			authScopes: open,
			description: 'Why it ended otherwise than by being granted: a stable code such as `NOT_CONFIRMED`.',
			resolve: ({ reason }) => reason,
		}),
		nextOn: t.expose('nextOn', {
			type: 'Date',
			nullable: true,
			authScopes: open,
			description: 'From when the same can be asked again, where the yearly limit refused it.',
		}),
		availableActions: t.field({
			type: [RequestActionEnum],
			authScopes: open,
			description: 'What the person can do with it now.',
			resolve: (request) => actionsOf(request, 'person'),
		}),
	}),
});

export const RightsRequestStatusType = builder.objectRef<SubmissionStatus>('RightsRequestStatus').implement({
	description: 'How a submission stands.',
	fields: (t) => ({
		receivedAt: t.expose('receivedAt', { type: 'DateTime', authScopes: open, description: 'When it was received.' }),
		version: t.field({
			type: NoticeVersionType,
			authScopes: open,
			description: 'The version in force then, whose promises hold for it.',
			resolve: (it, _, context) => recordedVersion(context, it.notice, it.version),
		}),
		requests: t.expose('requests', {
			type: [RequestStateType],
			authScopes: open,
			description: 'Each right that was asked for.',
		}),
	}),
});
