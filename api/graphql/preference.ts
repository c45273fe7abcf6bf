import type { Standing } from '../../schema/preference/standing.ts';
import { optInInput, setChoicesInput, signalInput } from '../../schema/preference/submission.ts';
import {
	askToOptIn,
	confirmOptIn,
	optOutState,
	optOutStateOfPerson,
	recordSignal,
	setChoices,
} from '../service/preferences.ts';
import { builder, needs, open } from './builder.ts';
import { OptOutSourceEnum, StandingChoiceEnum } from './enums.ts';
import { InputRejected } from './input-rejected.ts';
import { RefusedType } from './refusal.ts';
import { member } from './result.ts';

const StateType = builder.objectRef<Standing>('OptOutState').implement({
	description: 'What holds at this moment; ask before any tag is loaded or anything is sold or shared.',
	fields: (t) => ({
		optedOut: t.exposeBoolean('optedOut', {
			authScopes: open,
			description: 'Whether nothing may be sold or shared with anybody.',
		}),
		optedOutBy: t.expose('optedOutBy', {
			type: OptOutSourceEnum,
			nullable: true,
			authScopes: open,
			description: 'What told us so.',
		}),
		optedOutAt: t.expose('optedOutAt', {
			type: 'DateTime',
			nullable: true,
			authScopes: open,
			description: 'Since when it is recorded; null where only the signal of this request says so.',
		}),
		recipients: t.exposeStringList('recipients', {
			authScopes: open,
			description: 'Keys of the recipients who may have nothing, where others still may.',
		}),
		limited: t.exposeBoolean('limited', {
			authScopes: open,
			description: 'Whether sensitive information is used only for what was asked for.',
		}),
		limitedAt: t.expose('limitedAt', {
			type: 'DateTime',
			nullable: true,
			authScopes: open,
			description: 'Since when.',
		}),
		signal: t.exposeBoolean('signal', {
			authScopes: open,
			description: 'Whether Global Privacy Control came with this request.',
		}),
		consentedDespiteSignal: t.exposeBoolean('consentedDespiteSignal', {
			authScopes: open,
			description: 'Whether the person allowed sale and sharing in spite of the signal, and it still holds.',
		}),
		asked: t.expose('asked', {
			type: StandingChoiceEnum,
			nullable: true,
			authScopes: open,
			description: 'What is to be allowed again and waits for its second step.',
		}),
		mayAskAgainOn: t.expose('mayAskAgainOn', {
			type: 'Date',
			nullable: true,
			authScopes: open,
			description: 'The first date on which a page may ask to allow it again; null where nobody said no.',
		}),
	}),
});

const script = {
	required: false,
	description: 'What `navigator.globalPrivacyControl` says, where a script asks.',
} as const;

const SignalInput = builder
	.inputType('SignalInput', {
		description: 'The signal as a script sees it; the header is read anyway.',
		fields: (t) => ({ signal: t.boolean(script) }),
	})
	.validate(signalInput);

const SetChoicesInput = builder
	.inputType('SetChoicesInput', {
		description: 'What to stop from now on. Nothing can be allowed by it.',
		fields: (t) => ({
			optOut: t.boolean({ required: false, description: 'Sell and share nothing with anybody.' }),
			recipients: t.stringList({
				required: false,
				description: 'Or nothing with these: keys of recipients of a notice.',
			}),
			limit: t.boolean({ required: false, description: 'Use sensitive information only for what was asked for.' }),
			email: t.string({
				required: false,
				description: 'Makes it hold for the person with this address too. Never needed.',
			}),
			signal: t.boolean(script),
		}),
	})
	.validate(setChoicesInput);

const OptInInput = builder
	.inputType('OptInInput', {
		description: 'What to allow again.',
		fields: (t) => ({
			choice: t.field({ type: StandingChoiceEnum, description: 'The opt-out, or the limit.' }),
			signal: t.boolean(script),
		}),
	})
	.validate(optInInput);

builder.queryFields((t) => ({
	optOutState: t.field({
		type: StateType,
		authScopes: open,
		description: 'What holds for the browser that asks: by its cookie, and by the signal that comes with the question.',
		resolve: (_, __, context) => optOutState(context),
	}),
	optOutStateOfPerson: t.field({
		type: StateType,
		authScopes: needs('optouts:read'),
		description: 'What holds for the person with an address, for tools that sell or share by address.',
		args: { email: t.arg.string({ description: 'The address.' }) },
		resolve: (_, { email }, context) => optOutStateOfPerson(context, email),
	}),
}));

builder.mutationFields((t) => ({
	recordSignal: t.errorUnionField({
		types: [StateType, InputRejected, RefusedType],
		union: { name: 'RecordSignalResult', description: 'What came of a signal.' },
		authScopes: open,
		description: 'Keeps the signal of this browser standing. Without a signal it does nothing.',
		args: { input: t.arg({ type: SignalInput, description: 'The signal.' }) },
		resolve: async (_, { input }, context) => member('OptOutState', await recordSignal(context, input.signal)),
	}),
	setChoices: t.errorUnionField({
		types: [StateType, InputRejected, RefusedType],
		union: { name: 'SetChoicesResult', description: 'What came of choices.' },
		authScopes: open,
		description: 'Opts this browser out, or limits, at once. No name, address or proof is needed.',
		args: { input: t.arg({ type: SetChoicesInput, description: 'The choices.' }) },
		resolve: async (_, { input }, context) => member('OptOutState', await setChoices(context, input)),
	}),
	askToOptIn: t.errorUnionField({
		types: [StateType, InputRejected, RefusedType],
		union: { name: 'AskToOptInResult', description: 'What came of asking to allow something again.' },
		authScopes: open,
		description: 'First of two steps to allow something again; nothing changes yet.',
		args: { input: t.arg({ type: OptInInput, description: 'What to allow again.' }) },
		resolve: async (_, { input }, context) => member('OptOutState', await askToOptIn(context, input)),
	}),
	confirmOptIn: t.errorUnionField({
		types: [StateType, InputRejected, RefusedType],
		union: { name: 'ConfirmOptInResult', description: 'What came of confirming it.' },
		authScopes: open,
		description: 'Second step, within an hour of the first: it is allowed again.',
		args: { input: t.arg({ type: OptInInput, description: 'What to allow again.' }) },
		resolve: async (_, { input }, context) => member('OptOutState', await confirmOptIn(context, input)),
	}),
}));
