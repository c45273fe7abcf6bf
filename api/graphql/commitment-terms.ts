import { builder, open } from './builder.ts';
import { CommitmentsType } from './commitments.ts';
import { AccessItemEnum, DeletionGroundEnum, OptOutExtentEnum } from './enums.ts';

builder.objectFields(CommitmentsType, (t) => ({
	accessRequestsPerYear: t.int({
		nullable: true,
		authScopes: open,
		description: 'Access requests answered in 12 months; null where unlimited.',
		resolve: (it) => it.commitments.accessRequestsPerYear ?? null,
	}),
	accessCoversMonths: t.int({
		nullable: true,
		authScopes: open,
		description: 'Months back that an access answer looks; null where all the way.',
		resolve: (it) => it.commitments.accessCoversMonths ?? null,
	}),
	accessItems: t.field({
		type: [AccessItemEnum],
		authScopes: open,
		description: 'What an access answer lists.',
		resolve: (it) => it.commitments.accessItems,
	}),
	portableFormat: t.boolean({
		authScopes: open,
		description: 'Whether it comes in a portable, readable electronic format.',
		resolve: (it) => it.commitments.portableFormat,
	}),
	deletionGrounds: t.field({
		type: [DeletionGroundEnum],
		authScopes: open,
		description: 'The only grounds on which data is kept though deletion was asked for.',
		resolve: (it) => it.commitments.deletionGrounds,
	}),
	deletionByServiceProviders: t.boolean({
		authScopes: open,
		description: 'Whether service providers delete too.',
		resolve: (it) => it.commitments.deletionByServiceProviders,
	}),
	optOutOf: t.field({
		type: [OptOutExtentEnum],
		authScopes: open,
		description: 'Whether an opt-out may be of all, or of a part that the person names.',
		resolve: (it) => it.commitments.optOutOf,
	}),
	optOutSignal: t.boolean({
		authScopes: open,
		description: "Whether a browser's opt-out signal is honoured.",
		resolve: (it) => it.commitments.optOutSignal,
	}),
	optOutWarning: t.boolean({
		authScopes: open,
		description: 'Whether it is said that some services may need some sharing.',
		resolve: (it) => it.commitments.optOutWarning,
	}),
}));
