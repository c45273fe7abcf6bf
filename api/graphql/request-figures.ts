import type { RightFigures } from '../../schema/figures/request-figures.ts';
import { figuresBetween, publishedFigures } from '../service/request-figures.ts';
import { builder, needs, open } from './builder.ts';
import { RightEnum } from './enums.ts';

const RightFiguresType = builder.objectRef<RightFigures>('RightFigures').implement({
	description: 'What became of the requests for one right. It names nobody.',
	fields: (t) => ({
		right: t.expose('right', { type: RightEnum, authScopes: open, description: 'What was asked for.' }),
		received: t.exposeInt('received', {
			authScopes: open,
			description: 'How many were received, choices of browsers among them.',
		}),
		complied: t.exposeInt('complied', { authScopes: open, description: 'Of these, how many were complied with.' }),
		bySignal: t.exposeInt('bySignal', {
			authScopes: open,
			description: 'How many of these were opt-outs by the signal of a browser, which acts at once; the first of each.',
		}),
		byChoice: t.exposeInt('byChoice', {
			authScopes: open,
			description: 'How many of these were choices made in a browser without a request, which act at once.',
		}),
		denied: t.exposeInt('denied', {
			authScopes: open,
			description: 'How many were denied, the yearly limit included.',
		}),
		unpursued: t.exposeInt('unpursued', {
			authScopes: open,
			description: 'How many were taken back or never confirmed.',
		}),
		open: t.exposeInt('open', { authScopes: open, description: 'How many are not ended.' }),
		medianDays: t.exposeFloat('medianDays', {
			nullable: true,
			authScopes: open,
			description:
				'The median of days from receipt to compliance or denial; null where there was neither. What acts at once is left out.',
		}),
		meanDays: t.exposeFloat('meanDays', {
			nullable: true,
			authScopes: open,
			description: 'The mean of the same days.',
		}),
	}),
});

builder.queryField('requestFigures', (t) =>
	t.field({
		type: [RightFiguresType],
		authScopes: needs('figures:read'),
		description:
			'What became of the requests received between two dates, both included: a line for every right. For a calendar year it is what 11 CCR 7102 asks to be published by 1 July of the next.',
		args: {
			from: t.arg({ type: 'Date', description: 'The first day.' }),
			to: t.arg({ type: 'Date', description: 'The last day.' }),
		},
		resolve: (_, { from, to }, { store }) => figuresBetween(store, from, to),
	}),
);

builder.queryField('publishedFigures', (t) =>
	t.field({
		type: [RightFiguresType],
		nullable: true,
		authScopes: open,
		complexity: 20,
		description:
			'The same of a calendar year that is over, for everybody; null where no notice in force says that its figures stand under `/figures/`.',
		args: { year: t.arg.int({ description: 'The year, from 2020.' }) },
		resolve: (_, { year }, context) => publishedFigures(context, year),
	}),
);
