import type { RightFigures } from '../../schema/figures/request-figures.ts';
import { figuresBetween } from '../service/request-figures.ts';
import { builder, needs } from './builder.ts';
import { RightEnum } from './enums.ts';

const authScopes = needs('figures:read');

const RightFiguresType = builder.objectRef<RightFigures>('RightFigures').implement({
	description: 'What became of the requests for one right. It names nobody.',
	fields: (t) => ({
		right: t.expose('right', { type: RightEnum, authScopes, description: 'What was asked for.' }),
		received: t.exposeInt('received', {
			authScopes,
			description: 'How many were received, choices of browsers among them.',
		}),
		complied: t.exposeInt('complied', { authScopes, description: 'Of these, how many were complied with.' }),
		bySignal: t.exposeInt('bySignal', {
			authScopes,
			description: 'How many of these were opt-outs by the signal of a browser, which acts at once; the first of each.',
		}),
		byChoice: t.exposeInt('byChoice', {
			authScopes,
			description: 'How many of these were choices made in a browser without a request, which act at once.',
		}),
		denied: t.exposeInt('denied', { authScopes, description: 'How many were denied, the yearly limit included.' }),
		unpursued: t.exposeInt('unpursued', { authScopes, description: 'How many were taken back or never confirmed.' }),
		open: t.exposeInt('open', { authScopes, description: 'How many are not ended.' }),
		medianDays: t.exposeFloat('medianDays', {
			nullable: true,
			authScopes,
			description:
				'The median of days from receipt to compliance or denial; null where there was neither. What acts at once is left out.',
		}),
		meanDays: t.exposeFloat('meanDays', { nullable: true, authScopes, description: 'The mean of the same days.' }),
	}),
});

builder.queryField('requestFigures', (t) =>
	t.field({
		type: [RightFiguresType],
		authScopes,
		description:
			'What became of the requests received between two dates, both included: a line for every right. For a calendar year it is what 11 CCR 7102 asks to be published by 1 July of the next.',
		args: {
			from: t.arg({ type: 'Date', description: 'The first day.' }),
			to: t.arg({ type: 'Date', description: 'The last day.' }),
		},
		resolve: (_, { from, to }, { store }) => figuresBetween(store, from, to),
	}),
);
