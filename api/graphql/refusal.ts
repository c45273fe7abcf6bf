import type { Refusal, RefusalCode } from '../../schema/refusals.ts';
import { fieldIssueIn, refusalIn } from '../../schema/words.ts';
import { builder, open } from './builder.ts';
import { InputRejected } from './input-rejected.ts';

interface RefusalShape {
	code: RefusalCode;
	message: string;
	path: string[];
}

const localeArg = {
	required: false,
	description:
		'A language such as `es`; that of `Accept-Language` where this is left out. English where it is not spoken.',
} as const;

const RefusalInterface = builder.interfaceRef<RefusalShape>('Refusal').implement({
	description: 'Why something asked for was not done, said so that the caller can mend it.',
	fields: (t) => ({
		code: t.exposeString('code', { authScopes: open, description: 'Stable, for programs.' }),
		message: t.string({
			authScopes: open,
			description: 'For people.',
			args: { locale: t.arg.string(localeArg) },
			resolve: ({ code }, { locale }, context) => refusalIn(code, locale ?? context.locale),
		}),
		path: t.exposeStringList('path', {
			authScopes: open,
			description: "The input's field to blame; empty where none is.",
		}),
	}),
});

const FieldIssueType = builder.objectRef<{ path: string[]; message: string }>('FieldIssue').implement({
	description: 'One thing wrong with the input.',
	fields: (t) => ({
		path: t.exposeStringList('path', { authScopes: open, description: "The input's field." }),
		message: t.string({
			authScopes: open,
			description: 'For people.',
			args: { locale: t.arg.string(localeArg) },
			resolve: ({ message }, { locale }, context) => fieldIssueIn(message, locale ?? context.locale),
		}),
	}),
});

builder.objectType(InputRejected, {
	name: 'InvalidInput',
	description: 'The input is not what its fields ask for; nothing was done.',
	interfaces: [RefusalInterface],
	fields: (t) => ({
		issues: t.field({
			type: [FieldIssueType],
			authScopes: open,
			description: 'Everything that is wrong, in the order of the fields.',
			resolve: (parent) => parent.issues,
		}),
	}),
});

export const WindowClosedType = builder.objectRef<Refusal>('WindowClosed').implement({
	description: 'This can be done at other times only: an objection, or putting an answer off.',
	interfaces: [RefusalInterface],
	fields: (t) => ({
		opensAt: t.field({
			type: 'DateTime',
			authScopes: open,
			description: 'When it can be done from.',
			resolve: (parent) => windowOf(parent).opensAt,
		}),
		closesAt: t.field({
			type: 'DateTime',
			authScopes: open,
			description: 'When it can no longer be done.',
			resolve: (parent) => windowOf(parent).closesAt,
		}),
	}),
});

export const RefusedType = builder.objectRef<Refusal>('Refused').implement({
	description: 'The input is well formed, but this cannot be done.',
	interfaces: [RefusalInterface],
});

const windowOf = (refusal: Refusal) => {
	if (!refusal.window) throw new TypeError('a WindowClosed without its window');
	return refusal.window;
};
