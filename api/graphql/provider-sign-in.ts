import { providerAnswerInput } from '../../schema/access/submission.ts';
import type { IdentityProvider } from '../identity-provider.ts';
import { finishProviderSignIn, startProviderSignIn } from '../service/provider-sign-in.ts';
import { builder, open } from './builder.ts';
import { InputRejected } from './input-rejected.ts';
import { RefusedType } from './refusal.ts';
import { member } from './result.ts';
import { SignedInType } from './sign-in.ts';

const ProviderType = builder.objectRef<IdentityProvider>('SignInProvider').implement({
	description: 'The OpenID Connect provider at which staff can sign in.',
	fields: (t) => ({
		host: t.exposeString('host', { authScopes: open, description: 'Its name for people.' }),
		signOutUrl: t.string({
			nullable: true,
			authScopes: open,
			description: 'Where a browser signs out there too; null where there is no such place.',
			resolve: (provider) => provider.signOutUrl(),
		}),
	}),
});

builder.queryField('signInProvider', (t) =>
	t.field({
		type: ProviderType,
		nullable: true,
		authScopes: open,
		description: 'Where staff can sign in beside the mailed link; null where there is none.',
		resolve: (_, __, { identityProvider }) => identityProvider,
	}),
);

const StartedType = builder.objectRef<{ url: string }>('ProviderSignInStarted').implement({
	description: 'The browser has a cookie that binds the answer of the provider to it.',
	fields: (t) => ({
		url: t.exposeString('url', { authScopes: open, description: 'Where it signs in.' }),
	}),
});

const ProviderAnswerInput = builder
	.inputType('ProviderAnswerInput', {
		description: 'With what a browser came back from the provider.',
		fields: (t) => ({ query: t.string({ description: 'The query of the address that it was sent to.' }) }),
	})
	.validate(providerAnswerInput);

builder.mutationFields((t) => ({
	startProviderSignIn: t.errorUnionField({
		types: [StartedType, InputRejected, RefusedType],
		union: { name: 'StartProviderSignInResult', description: 'What came of going to the provider.' },
		authScopes: open,
		description: 'Says where this browser signs in with the identity provider.',
		resolve: async (_, __, context) => member('ProviderSignInStarted', await startProviderSignIn(context)),
	}),
	finishProviderSignIn: t.errorUnionField({
		types: [SignedInType, InputRejected, RefusedType],
		union: { name: 'FinishProviderSignInResult', description: 'What came of coming back from the provider.' },
		authScopes: open,
		description: 'Signs in with what the provider answered, once, in the browser that went there.',
		args: { input: t.arg({ type: ProviderAnswerInput, description: 'The answer.' }) },
		resolve: async (_, { input }, context) => member('SignedIn', await finishProviderSignIn(context, input)),
	}),
}));
