import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import { type ChoiceEvent, type ChoiceFigures, choiceFigures, choicesAfter } from '../service/choice-events.ts';
import { builder, needs, pageLimit } from './builder.ts';
import { ChoiceEventTypeEnum, PreferenceKindEnum } from './enums.ts';
import { forwardsOnly } from './receipt-cursor.ts';
import { seqOf } from './seq-cursor.ts';

const authScopes = needs('optouts:read');

const ChoiceEventType = builder.objectRef<ChoiceEvent>('ChoiceEvent').implement({
	description: 'A choice, for those who must pass it on. It names nobody.',
	fields: (t) => ({
		id: t.exposeString('id', { authScopes, description: 'The same for all choices of one browser or person.' }),
		kind: t.expose('kind', { type: PreferenceKindEnum, authScopes, description: 'What it stands for.' }),
		type: t.expose('type', { type: ChoiceEventTypeEnum, authScopes, description: 'What was chosen.' }),
		at: t.expose('at', { type: 'DateTime', authScopes, description: 'When.' }),
		recipients: t.exposeStringList('recipients', {
			authScopes,
			description: 'Keys of the recipients it is about; empty where it is about all.',
		}),
	}),
});

const FiguresType = builder.objectRef<ChoiceFigures>('ChoiceFigures').implement({
	description: 'How many choices were recorded on a day in UTC.',
	fields: (t) => ({
		on: t.expose('on', { type: 'Date', authScopes, description: 'The day.' }),
		signals: t.exposeInt('signals', { authScopes, description: 'Opt-outs by Global Privacy Control.' }),
		optOuts: t.exposeInt('optOuts', { authScopes, description: 'Opt-outs that people chose.' }),
		limits: t.exposeInt('limits', { authScopes, description: 'Limits.' }),
		optIns: t.exposeInt('optIns', { authScopes, description: 'What was allowed again.' }),
	}),
});

builder.queryFields((t) => ({
	optOuts: t.connection(
		{
			type: ChoiceEventType,
			authScopes,
			description: `Every choice in the order in which it was recorded, at most ${pageLimit} on a page, forwards only.`,
			complexity: ({ first }) => ({ field: 1, multiplier: Math.min(first ?? 20, pageLimit) }),
			resolve: (_, args, { store }) => {
				forwardsOnly(args);
				return resolveCursorConnection(
					{ args, maxSize: pageLimit, toCursor: ({ seq }: ChoiceEvent) => String(seq) },
					({ limit, after }: ResolveCursorConnectionArgs) => choicesAfter(store, seqOf(after) ?? 0, limit),
				);
			},
		},
		{ name: 'ChoiceEventConnection', description: 'A page of choices.' },
		{ name: 'ChoiceEventEdge', description: 'A choice and where it stands.' },
	),
	choiceFigures: t.field({
		type: [FiguresType],
		authScopes,
		description: 'The days between two dates, both included, on which something was chosen.',
		args: {
			from: t.arg({ type: 'Date', description: 'The first day.' }),
			to: t.arg({ type: 'Date', description: 'The last day.' }),
		},
		resolve: (_, { from, to }, { store }) => choiceFigures(store, from, to),
	}),
}));
