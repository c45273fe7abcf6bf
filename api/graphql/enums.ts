import { keyStates, roles } from '../../schema/access/access.ts';
import { streamKinds } from '../../schema/evidence/streams.ts';
import { letterChannels, letterKinds } from '../../schema/letters.ts';
import {
	accessItems,
	agentProofs,
	answers,
	categoryKeys,
	changeClasses,
	changeCodes,
	deletionGrounds,
	directions,
	discriminationActs,
	feeGrounds,
	furtherUses,
	populations,
	rights,
	sensitiveKinds,
	verificationNeeds,
	versionEventTypes,
} from '../../schema/notice/vocabulary.ts';
import {
	governingReasons,
	objectionActions,
	objectionDecisions,
	objectionEffects,
	objectionStatuses,
} from '../../schema/objection/vocabulary.ts';
import { packageStatuses } from '../../schema/package/vocabulary.ts';
import {
	choiceEventTypes,
	optOutSources,
	preferenceKinds,
	standingChoices,
} from '../../schema/preference/vocabulary.ts';
import { groundKeys } from '../../schema/regimes/grounds.ts';
import type { Clock } from '../../schema/regimes/regime.ts';
import { fieldKinds } from '../../schema/request/action-form.ts';
import { authors, fileTypes } from '../../schema/request/message.ts';
import {
	accessPeriods,
	closings,
	dataPoints,
	extensionReasons,
	intakeManners,
	isChosen,
	outcomes,
	proofs,
	questions,
	reopenings,
	requestActions,
	requestEventTypes,
	requesters,
	requestStatuses,
} from '../../schema/request/vocabulary.ts';
import { dueWithins, requestOrders, waitingParties } from '../../schema/request/waiting.ts';
import { frequencies } from '../../schema/subscription/vocabulary.ts';
import { taskLifecycle } from '../../schema/system/task-lifecycle.ts';
import {
	taskActions,
	taskFailures,
	taskKinds,
	taskManners,
	taskNotes,
	taskStatuses,
} from '../../schema/system/task-vocabulary.ts';
import { holders } from '../../schema/system/vocabulary.ts';
import { deliveryStates } from '../../schema/webhook.ts';
import { builder } from './builder.ts';

/** `calEcpa` is CAL_ECPA, `new-data-only` NEW_DATA_ONLY; a name in capitals already stands as it is. */
export const graphqlName = (value: string) =>
	value === value.toUpperCase()
		? value
		: value
				.replace(/([a-z])([A-Z])/g, '$1_$2')
				.replaceAll('-', '_')
				.toUpperCase();

const enumOf = <Value extends string>(name: string, values: readonly Value[], description: string) =>
	builder.enumType(name, {
		description,
		values: Object.fromEntries(values.map((value) => [graphqlName(value), { value }])) as Record<
			string,
			{ value: Value }
		>,
	});

export const VersionStatusEnum = enumOf(
	'VersionStatus',
	['ANNOUNCED', 'IN_FORCE', 'SUPERSEDED', 'WITHDRAWN'] as const,
	'Where a version stands at this moment.',
);
export const TextFormatEnum = enumOf('TextFormat', ['MARKDOWN', 'PLAIN'] as const, 'How a text is written down.');
export const RedlineOpEnum = enumOf(
	'RedlineOp',
	['equal', 'insert', 'delete'] as const,
	'Whether a run of text stands in both versions, only in the new one or only in the old one.',
);
export const ChangeClassEnum = enumOf('ChangeClass', changeClasses, 'How much a version changes.');
export const ChangeCodeEnum = enumOf(
	'ChangeCode',
	changeCodes,
	'A kind of material change: M1 categories, M2 purposes, M3 controller, M4 sharing, M5 third parties, M6 rights, M7 retention, M8 forum and transfer, M9 promises, M10 terms of change.',
);
export const DirectionEnum = enumOf('Direction', directions, "Whether a change is to the reader's good.");
export const AnswerEnum = enumOf(
	'Answer',
	answers,
	'What a notice states: MAY where it says that it may have happened.',
);
export const CategoryKeyEnum = enumOf(
	'CategoryKey',
	categoryKeys,
	'Categories of personal information, as the statute lists them.',
);
export const SensitiveKindEnum = enumOf('SensitiveKind', sensitiveKinds, 'Kinds of sensitive personal information.');
export const RightEnum = enumOf('Right', rights, 'What a person may ask for.');
export const AccessItemEnum = enumOf('AccessItem', accessItems, 'What an answer to an access request lists.');
export const DeletionGroundEnum = enumOf(
	'DeletionGround',
	deletionGrounds,
	'Why data may be kept though deletion was asked for.',
);
export const DiscriminationActEnum = enumOf(
	'DiscriminationAct',
	discriminationActs,
	'What is not done to those who use their rights.',
);
export const PopulationEnum = enumOf('Population', populations, 'How a person came to be known to the organisation.');
export const FurtherUseEnum = enumOf('FurtherUse', furtherUses, 'Uses beside the listed purposes.');
export const AgentProofEnum = enumOf('AgentProof', agentProofs, 'What an agent may have to show.');
export const VerificationNeedEnum = enumOf('VerificationNeed', verificationNeeds, 'What a verified request needs.');
export const FeeGroundEnum = enumOf('FeeGround', feeGrounds, 'When a fee or a refusal is possible.');
export const ReferredMatterEnum = enumOf(
	'ReferredMatter',
	['sources', 'purposes'] as const,
	'What another notice says.',
);
export const OptOutExtentEnum = enumOf('OptOutExtent', ['all', 'part'] as const, 'How much an opt-out may be of.');
export const AppliesToEnum = enumOf(
	'AppliesTo',
	['new-data-only', 'all'] as const,
	'Which data an adverse change reaches.',
);
export const InForceEnum = enumOf('InForceFrom', ['effectiveDate', 'posted'] as const, 'When a change takes hold.');
export const WaitingPartyEnum = enumOf('WaitingParty', waitingParties, 'Whose turn it is.');
export const DueWithinEnum = enumOf(
	'DueWithin',
	dueWithins,
	'How soon an answer is due; `LATE` where its date has passed.',
);
export const RequestOrderEnum = enumOf('RequestOrder', requestOrders, 'In what order requests are listed.');
export const RequestStatusEnum = enumOf('RequestStatus', requestStatuses, 'Where a rights request stands.');
export const ObjectionEffectEnum = enumOf('ObjectionEffect', objectionEffects, 'What objecting to a version does.');
export const ObjectionActionEnum = enumOf('ObjectionAction', objectionActions, 'What can be done with an objection.');
export const ObjectionDecisionEnum = enumOf(
	'ObjectionDecision',
	objectionDecisions,
	'Whether the earlier text stays for a person, or the new one holds.',
);
export const GoverningReasonEnum = enumOf(
	'GoverningReason',
	governingReasons,
	'Why a text governs a person: it is in force; an objection keeps the earlier one; the change reaches new data only; or it reaches data already held, for which consent is needed.',
);
export const ObjectionStatusEnum = enumOf('ObjectionStatus', objectionStatuses, 'Where an objection stands.');
export const RequestActionEnum = enumOf(
	'RequestAction',
	requestActions.filter(isChosen),
	'What can be done with a request as it stands.',
);
export const RequesterEnum = enumOf('Requester', requesters, 'Who asks: the person, or one who acts for them.');
export const AccessPeriodEnum = enumOf(
	'AccessPeriod',
	accessPeriods,
	'How far back a request to know asks: as far as the law lets it, for the last 12 months, or from a day on.',
);
export const IntakeMannerEnum = enumOf('IntakeManner', intakeManners, 'The manner in which a request was made.');
export const ExtensionReasonEnum = enumOf('ExtensionReason', extensionReasons, 'Why an answer is put off.');
export const ProofEnum = enumOf(
	'Proof',
	proofs,
	'What is shown before anything is given or changed: who the person is, or that another may act for them.',
);
export const DataPointEnum = enumOf(
	'DataPoint',
	dataPoints,
	'What is compared with what is held, to learn who asks; the values are never kept.',
);
export const QuestionEnum = enumOf('Question', questions, 'What a person is asked for.');
export const AuthorEnum = enumOf('Author', authors, 'Who wrote a message.');
export const FileTypeEnum = enumOf('FileType', fileTypes, 'What a file is; nothing else is taken.');
export const GroundEnum = enumOf('Ground', groundKeys, 'Why a request, or a part of it, is refused.');
export const ClosingEnum = enumOf('Closing', closings, 'Why a request is laid aside.');
export const ReopeningEnum = enumOf('Reopening', reopenings, 'Why a request that had ended is taken up again.');
export const ClockDutyEnum = enumOf(
	'ClockDuty',
	['confirm', 'respond', 'extend', 'askToOptIn', 'keepRecord'] as const satisfies readonly Clock['duty'][],
	'What a time limit is for.',
);
export const OutcomeEnum = enumOf('Outcome', outcomes, 'How a request is answered.');
export const FrequencyEnum = enumOf('SubscriptionFrequency', frequencies, 'How often letters come.');
export const VersionEventTypeEnum = enumOf('NoticeEventType', versionEventTypes, 'What happened to a version.');
export const StandingChoiceEnum = enumOf('StandingChoice', standingChoices, 'What a browser can have standing.');
export const OptOutSourceEnum = enumOf('OptOutSource', optOutSources, 'What told us of an opt-out.');
export const PreferenceKindEnum = enumOf('PreferenceKind', preferenceKinds, 'What a choice stands for.');
export const ChoiceEventTypeEnum = enumOf('ChoiceEventType', choiceEventTypes, 'What was chosen.');
export const TaskStatusEnum = enumOf(
	'SystemTaskStatus',
	taskStatuses,
	'Where a task stands: WAITING until the person is verified, FAILED where it has to be tried again.',
);
export const TaskKindEnum = enumOf(
	'SystemTaskKind',
	taskKinds,
	'What is to be done: find what is held, erase it, correct it, or tell somebody who received it.',
);
/** What happens to a request is nobody's to do to a task. */
const chosenTaskActions = taskActions.filter((action) => taskLifecycle[action].by === 'staff');
export const TaskActionEnum = enumOf('SystemTaskAction', chosenTaskActions, 'What can be done with a task now.');
export const TaskMannerEnum = enumOf('SystemTaskManner', taskManners, 'In what manner a task was done.');
export const TaskNoteEnum = enumOf('SystemTaskNote', taskNotes, 'What came of a task.');
export const TaskFailureEnum = enumOf('SystemTaskFailure', taskFailures, 'Why a task could not be done yet.');
export const RoleEnum = enumOf('Role', roles, 'What somebody of staff is there for.');
export const KeyStateEnum = enumOf('KeyState', keyStates, 'Whether a key works.');
export const PackageStatusEnum = enumOf('PackageStatus', packageStatuses, 'Whether a package can be downloaded.');
export const DeliveryStateEnum = enumOf('DeliveryState', deliveryStates, 'How one delivery to a webhook stands.');
export const WebhookDisablerEnum = enumOf(
	'WebhookDisabler',
	['OPERATOR', 'RECEIVER'] as const,
	'Who switched a webhook off: staff or the operator, or the receiver, by answering 410.',
);
export const LetterKindEnum = enumOf('LetterKind', letterKinds, 'A kind of letter.');
export const LetterChannelEnum = enumOf(
	'LetterChannel',
	letterChannels,
	'How a letter leaves: by a mail server, or printed and by post.',
);
export const FieldKindEnum = enumOf(
	'ActionFieldKind',
	fieldKinds,
	'What can be entered: one or several of the options, one of them that is a date, words, hundredths of a dollar, yes, parts that are refused, numbers, or the id of another request.',
);
export const RequestEventTypeEnum = enumOf('RequestEventType', requestEventTypes, 'What happened to a request.');
export const AuditKindEnum = enumOf('AuditKind', streamKinds, 'What an event of the log is about.');
export const SystemHolderEnum = enumOf('SystemHolder', holders, 'Whose system it is.');
export const SystemReachEnum = enumOf(
	'SystemReach',
	['postgres', 'noticekeeper', 'webhook', 'hand'] as const,
	'How the tasks of a system are done: by a connector (to a database, or to the store of this program itself), by a program that is told, or by hand.',
);
