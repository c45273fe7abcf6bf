import { requestSignInInput } from '../../schema/access/submission.ts';
import type { Instant } from '../../schema/time.ts';
import type { SignedIn } from '../service/sessions.ts';
import { requestSignIn, signIn, signOut } from '../service/sign-in.ts';
import { builder, open } from './builder.ts';
import { InputRejected } from './input-rejected.ts';
import { RefusedType } from './refusal.ts';
import { member } from './result.ts';
import { TokenInput } from './token-input.ts';
import { ViewerType } from './viewer.ts';

const RequestSignInInput = builder
	.inputType('RequestSignInInput', {
		description: 'Who wants to sign in.',
		fields: (t) => ({
			email: t.string({ description: 'The address under which staff knows them.' }),
			locale: t.string({ required: false, description: 'The language of the letter.' }),
		}),
	})
	.validate(requestSignInInput);

const LinkSentType = builder.objectRef<{ sent: boolean }>('SignInLinkSent').implement({
	description: 'If this address is one of staff, a letter with a link is on its way.',
	fields: (t) => ({
		sent: t.exposeBoolean('sent', { authScopes: open, description: 'Always true, for known and unknown addresses.' }),
	}),
});

export const SignedInType = builder.objectRef<SignedIn>('SignedIn').implement({
	description: 'The browser has a session.',
	fields: (t) => ({
		viewer: t.field({ type: ViewerType, authScopes: open, description: 'Whose.', resolve: (viewer) => viewer }),
	}),
});

const SignedOutType = builder.objectRef<{ endedAt: Instant }>('SignedOut').implement({
	description: 'The browser has no session any more.',
	fields: (t) => ({
		endedAt: t.expose('endedAt', { type: 'DateTime', authScopes: open, description: 'Since when.' }),
	}),
});

builder.mutationFields((t) => ({
	requestSignIn: t.errorUnionField({
		types: [LinkSentType, InputRejected, RefusedType],
		union: { name: 'RequestSignInResult', description: 'What came of asking for a link.' },
		authScopes: open,
		description: 'Has a link to sign in mailed to an address of staff; the same answer for every address.',
		args: { input: t.arg({ type: RequestSignInInput, description: 'The address.' }) },
		resolve: async (_, { input }, context) => member('SignInLinkSent', await requestSignIn(context, input)),
	}),
	signIn: t.errorUnionField({
		types: [SignedInType, InputRejected, RefusedType],
		union: { name: 'SignInResult', description: 'What came of signing in.' },
		authScopes: open,
		description: 'Signs in with a mailed link, once, in the browser in which it was asked for.',
		args: { input: t.arg({ type: TokenInput, description: 'What the link carries.' }) },
		resolve: async (_, { input }, context) => member('SignedIn', await signIn(context, input)),
	}),
	signOut: t.errorUnionField({
		types: [SignedOutType, InputRejected, RefusedType],
		union: { name: 'SignOutResult', description: 'What came of signing out.' },
		authScopes: open,
		description: 'Ends the session of this browser.',
		resolve: async (_, __, context) => member('SignedOut', await signOut(context)),
	}),
}));
