import type { KeptClock } from '../../schema/regimes/clocks.ts';
import { readDecided } from '../../schema/request/decision.ts';
import { missingOf } from '../../schema/request/lifecycle.ts';
import type { ApiContext } from '../context.ts';
import { readSent } from '../service/personal-access.ts';
import { type DeskRequest, keptWithRequest, requestForDesk } from '../service/request-desk.ts';
import { builder, needs } from './builder.ts';
import { DenialType, FeeType, KeptGroundType, VerificationLevelType } from './desk-decision.ts';
import {
	ClockDutyEnum,
	ExtensionReasonEnum,
	GroundEnum,
	IntakeMannerEnum,
	OutcomeEnum,
	ProofEnum,
	QuestionEnum,
	RequestActionEnum,
	RequesterEnum,
	RequestStatusEnum,
	RightEnum,
} from './enums.ts';
import { recordedVersion } from './lookup.ts';
import { NoticeType, NoticeVersionType } from './refs.ts';
import { actionsOf } from './request-state.ts';
import { SentType } from './sent.ts';

const read = needs('requests:read');

const RequestClockType = builder.objectRef<KeptClock>('RequestClock').implement({
	description: 'A time limit as it was worked out at receipt; later law and later promises leave it as it is.',
	fields: (t) => ({
		duty: t.expose('duty', { type: ClockDutyEnum, authScopes: read, description: 'What it is for.' }),
		dueOn: t.expose('dueOn', { type: 'Date', authScopes: read, description: 'Its last date.' }),
		cite: t.exposeString('cite', {
			authScopes: read,
			description: "What says so: a section of the law, or the notice's own promise.",
		}),
	}),
});

const kept = new WeakMap<DeskRequest, ReturnType<typeof keptWithRequest>>();

/** What was kept with a request, read once for all fields of one answer: each answer has rows of its own. */
const keptWith = (context: ApiContext, request: DeskRequest) => {
	const reading = kept.get(request) ?? keptWithRequest(context, request.id);
	kept.set(request, reading);
	return reading;
};

export const RightsRequestType = builder.objectRef<DeskRequest>('RightsRequest');

builder.node(RightsRequestType, {
	id: { resolve: ({ id }) => id, authScopes: read, description: 'Names this request in the whole API.' },
	description: 'One right that a person asked for, as staff and tools see it.',
	authScopes: read,
	runScopesOnType: true,
	brandLoadedObjects: true,
	// Without the scope there is no telling whether a request exists.
	loadOne: (id, context) => (context.scopes.has('requests:read') ? requestForDesk(context, id) : null),
	fields: (t) => ({
		right: t.expose('right', { type: RightEnum, authScopes: read, description: 'What is asked for.' }),
		requester: t.expose('requester', { type: RequesterEnum, authScopes: read, description: 'Who asked.' }),
		manner: t.expose('manner', { type: IntakeMannerEnum, authScopes: read, description: 'In what manner.' }),
		status: t.expose('status', { type: RequestStatusEnum, authScopes: read, description: 'How it stands.' }),
		receivedAt: t.expose('receivedAt', { type: 'DateTime', authScopes: read, description: 'When it was received.' }),
		receivedOn: t.expose('receivedOn', {
			type: 'Date',
			authScopes: read,
			description: 'The date of its receipt where its law reads dates; every time limit counts from it.',
		}),
		regime: t.exposeString('regime', {
			authScopes: read,
			description: 'The law that it is answered under, such as `california`.',
		}),
		dueOn: t.expose('dueOn', { type: 'Date', authScopes: read, description: 'By when it is to be answered.' }),
		dueCite: t.exposeString('dueCite', {
			authScopes: read,
			description: "What says so: a section of the law, or the notice's own promise.",
		}),
		clocks: t.field({
			type: [RequestClockType],
			authScopes: read,
			complexity: 5,
			description: 'Its time limits; one of `EXTEND` for each date to which its answer can be put off.',
			resolve: async (request, _, context) => (await keptWith(context, request))?.clocks ?? [],
		}),
		verification: t.field({
			type: VerificationLevelType,
			nullable: true,
			authScopes: read,
			complexity: 5,
			description: 'How sure one must be of who asks; null where nobody is asked to prove who they are.',
			resolve: async (request, _, context) => (await keptWith(context, request))?.rules.verification ?? null,
		}),
		grounds: t.field({
			type: [KeptGroundType],
			authScopes: read,
			complexity: 5,
			description: 'On what grounds it, or a part of it, can be refused.',
			resolve: async (request, _, context) => [...((await keptWith(context, request))?.rules.grounds ?? [])],
		}),
		proofs: t.field({
			type: [ProofEnum],
			authScopes: read,
			description: 'What has been shown of who asks, and of who may ask for them.',
			resolve: (request) => [...readDecided(request).proofs],
		}),
		missingProofs: t.field({
			type: [ProofEnum],
			authScopes: read,
			description: 'What is still to be shown before it can be granted.',
			resolve: (request) => [...missingOf({ ...request, ...readDecided(request) })],
		}),
		treatedAs: t.expose('treatedAs', {
			type: RightEnum,
			nullable: true,
			authScopes: read,
			description: 'The right that it is answered as, where its own level of proof was not reached.',
		}),
		question: t.expose('question', {
			type: QuestionEnum,
			nullable: true,
			authScopes: read,
			description: 'What the person was last asked for.',
		}),
		repliedAt: t.expose('repliedAt', {
			type: 'DateTime',
			nullable: true,
			authScopes: read,
			description: 'When the person last wrote, since they were last asked.',
		}),
		fee: t.field({
			type: FeeType,
			nullable: true,
			authScopes: read,
			description: 'What the person was asked to pay.',
			resolve: (request) => readDecided(request).fee,
		}),
		extendedOn: t.expose('extendedOn', {
			type: 'Date',
			nullable: true,
			authScopes: read,
			description: 'When its answer was put off.',
		}),
		extensionReason: t.expose('extensionReason', {
			type: ExtensionReasonEnum,
			nullable: true,
			authScopes: read,
			description: 'Why its answer was put off.',
		}),
		revision: t.exposeInt('streamVersion', {
			authScopes: read,
			description: 'Counts what happened to it; give it back as `expectedRevision` to change only what you saw.',
		}),
		confirmedAt: t.expose('confirmedAt', {
			type: 'DateTime',
			nullable: true,
			authScopes: read,
			description: 'When the address was confirmed.',
		}),
		verifiedAt: t.expose('verifiedAt', {
			type: 'DateTime',
			nullable: true,
			authScopes: read,
			description: 'When staff satisfied itself of who asks.',
		}),
		consumerAskedUntil: t.expose('consumerAskedUntil', {
			type: 'DateTime',
			nullable: true,
			authScopes: read,
			description:
				'Until when the person acted for can say whether the agent may act; null where they are not asked, or have answered.',
		}),
		outcome: t.expose('outcome', {
			type: OutcomeEnum,
			nullable: true,
			authScopes: read,
			description: 'How it was answered.',
		}),
		ground: t.expose('ground', {
			type: GroundEnum,
			nullable: true,
			authScopes: read,
			description: 'Why the whole of it was refused.',
		}),
		groundCite: t.exposeString('groundCite', {
			nullable: true,
			authScopes: read,
			description: 'The section of the law that gives that ground.',
		}),
		sinceOn: t.expose('sinceOn', {
			type: 'Date',
			nullable: true,
			authScopes: read,
			description:
				'Of a request to know: it is for what was collected since then. Null for other rights, and where neither the law nor the person named a day.',
		}),
		itemCount: t.exposeInt('itemCount', {
			nullable: true,
			authScopes: read,
			description: 'How many corrections it asks for; null for other rights, and where that is not known.',
		}),
		denials: t.field({
			type: [DenialType],
			authScopes: read,
			description: 'The parts that were not granted, each with its ground.',
			resolve: (request) => [...readDecided(request).denials],
		}),
		contested: t.field({
			type: ['Int'],
			authScopes: read,
			description: 'The refused corrections, from 1, that the person contests.',
			resolve: (request) => [...readDecided(request).contested],
		}),
		reopenedAt: t.expose('reopenedAt', {
			type: 'DateTime',
			nullable: true,
			authScopes: read,
			description: 'When it was last taken up again after it had ended.',
		}),
		endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true, authScopes: read, description: 'When it ended.' }),
		reason: t.string({
			nullable: true,
			authScopes: read,
			description: 'Why it ended otherwise than by being granted.',
			resolve: ({ reason }) => reason,
		}),
		notice: t.field({
			type: NoticeType,
			authScopes: read,
			description: 'The notice that governs it.',
			resolve: (it, _, context) => recordedVersion(context, it.notice, it.version).notice,
		}),
		version: t.field({
			type: NoticeVersionType,
			authScopes: read,
			description: 'The version in force at receipt, whose promises hold for it.',
			resolve: (it, _, context) => recordedVersion(context, it.notice, it.version),
		}),
		sent: t.field({
			type: SentType,
			nullable: true,
			authScopes: needs('personal:read'),
			description:
				'What the person sent; null where that was nothing personal, or it has been erased. Reading it is recorded.',
			resolve: ({ receiptId }, _, context) => readSent(context, receiptId),
		}),
		availableActions: t.field({
			type: [RequestActionEnum],
			authScopes: read,
			description: 'What staff can do with it now.',
			resolve: (request) => actionsOf(request, 'staff'),
		}),
	}),
});
