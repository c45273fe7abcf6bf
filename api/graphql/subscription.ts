import { subscribeInput } from '../../schema/subscription/submission.ts';
import type { Instant } from '../../schema/time.ts';
import { confirmSubscription, type SubscriptionState, subscribe, unsubscribe } from '../service/subscriptions.ts';
import { builder, open } from './builder.ts';
import { ChangeClassEnum, FrequencyEnum } from './enums.ts';
import { idempotencyKeyArg } from './idempotency-key.ts';
import { InputRejected } from './input-rejected.ts';
import { noticeBySlug } from './lookup.ts';
import { NoticeType } from './refs.ts';
import { RefusedType } from './refusal.ts';
import { member } from './result.ts';
import { TokenInput } from './token-input.ts';

const SubscribeInput = builder
	.inputType('SubscribeInput', {
		description: 'A wish to hear of changes.',
		fields: (t) => ({
			email: t.string({ description: 'Where to write to.' }),
			notices: t.stringList({ description: 'The names of the notices.' }),
			classes: t.field({
				type: [ChangeClassEnum],
				required: false,
				description:
					'Which changes: MATERIAL, with or without SUBSTANTIVE; both where none is named. EDITORIAL ones are in the feed of all changes only.',
			}),
			frequency: t.field({
				type: FrequencyEnum,
				required: false,
				description: 'How often to write of what is not material; IMMEDIATE where none is named.',
			}),
			locale: t.string({ required: false, description: 'The language of the letters.' }),
		}),
	})
	.validate(subscribeInput);

const PendingType = builder.objectRef<{ confirmBy: Instant }>('SubscriptionPending').implement({
	description: 'A letter is on its way; its link confirms the subscription.',
	fields: (t) => ({
		confirmBy: t.expose('confirmBy', {
			type: 'DateTime',
			authScopes: open,
			description: 'Until when it can be confirmed.',
		}),
	}),
});

const ConfirmedType = builder
	.objectRef<Pick<SubscriptionState, 'notices' | 'leastClass' | 'frequency'>>('SubscriptionConfirmed')
	.implement({
		description: 'Letters will come.',
		fields: (t) => ({
			classes: t.field({
				type: [ChangeClassEnum],
				authScopes: open,
				description: 'Of which changes.',
				resolve: ({ leastClass }) => (leastClass === 'material' ? [leastClass] : [leastClass, 'material' as const]),
			}),
			frequency: t.expose('frequency', {
				type: FrequencyEnum,
				authScopes: open,
				description: 'How often of what is not material.',
			}),
			notices: t.field({
				type: [NoticeType],
				authScopes: open,
				description: 'Of which notices.',
				resolve: ({ notices }, _, context) => notices.flatMap((slug) => noticeBySlug(context, slug) ?? []),
			}),
		}),
	});

const EndedType = builder.objectRef<{ endedAt: Instant | null }>('SubscriptionEnded').implement({
	description: 'No more letters will come.',
	fields: (t) => ({
		endedAt: t.field({
			type: 'DateTime',
			authScopes: open,
			description: 'Since when.',
			resolve: ({ endedAt }, _, { now }) => endedAt ?? now,
		}),
	}),
});

builder.mutationFields((t) => ({
	subscribe: t.errorUnionField({
		types: [PendingType, InputRejected, RefusedType],
		union: { name: 'SubscribeResult', description: 'What came of a wish to hear of changes.' },
		authScopes: open,
		description: 'Asks to hear of changes; the same answer for every address.',
		args: {
			input: t.arg({ type: SubscribeInput, description: 'What is wished for.' }),
			idempotencyKey: t.arg.string(idempotencyKeyArg),
		},
		resolve: async (_, { input, idempotencyKey }, context) =>
			member('SubscriptionPending', await subscribe(context, input, idempotencyKey)),
	}),
	confirmSubscription: t.errorUnionField({
		types: [ConfirmedType, InputRejected, RefusedType],
		union: { name: 'ConfirmSubscriptionResult', description: 'What came of confirming a subscription.' },
		authScopes: open,
		description: 'Confirms a subscription by the link of its letter.',
		args: { input: t.arg({ type: TokenInput, description: 'The link.' }) },
		resolve: async (_, { input }, context) =>
			member('SubscriptionConfirmed', await confirmSubscription(context, input)),
	}),
	unsubscribe: t.errorUnionField({
		types: [EndedType, InputRejected, RefusedType],
		union: { name: 'UnsubscribeResult', description: 'What came of ending a subscription.' },
		authScopes: open,
		description:
			'Ends every subscription of an address by the link that stands in every letter; ending them twice is fine. The address is erased 28 days later.',
		args: { input: t.arg({ type: TokenInput, description: 'The link.' }) },
		resolve: async (_, { input }, context) => member('SubscriptionEnded', await unsubscribe(context, input)),
	}),
}));
