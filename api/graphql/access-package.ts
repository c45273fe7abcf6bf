import { revokePackageInput } from '../../schema/package/submission.ts';
import {
	type AccessPackage,
	accessPackage,
	openPackage,
	type PackageFile,
	packagesFor,
	revokePackage,
} from '../service/packages.ts';
import { builder, needs, open } from './builder.ts';
import { RightsRequestType } from './desk-request.ts';
import { PackageStatusEnum } from './enums.ts';
import { InputRejected } from './input-rejected.ts';
import { RefusedType } from './refusal.ts';
import { member } from './result.ts';
import { staffActions } from './staff-action.ts';
import { TokenInput } from './token-input.ts';

const authScopes = needs('requests:read');

const AccessPackageType = builder.objectRef<AccessPackage>('AccessPackage');

builder.node(AccessPackageType, {
	id: { resolve: ({ id }) => id, authScopes, description: 'Names this package in the whole API.' },
	description: 'The answer to an access request, kept sealed for the person to download.',
	authScopes,
	runScopesOnType: true,
	brandLoadedObjects: true,
	// Without the scope there is no telling whether a package exists.
	loadOne: (id, context) => (context.scopes.has('requests:read') ? accessPackage(context, id) : null),
	fields: (t) => ({
		status: t.expose('status', { type: PackageStatusEnum, authScopes, description: 'How it stands.' }),
		madeAt: t.expose('madeAt', { type: 'DateTime', authScopes, description: 'When it was made.' }),
		expiresAt: t.expose('expiresAt', { type: 'DateTime', authScopes, description: 'When it is destroyed.' }),
		downloads: t.exposeInt('downloads', { authScopes, description: 'How often it was downloaded.' }),
		lastDownloadedAt: t.expose('lastDownloadedAt', {
			type: 'DateTime',
			nullable: true,
			authScopes,
			description: 'When it was last downloaded.',
		}),
	}),
});

builder.objectField(RightsRequestType, 'packages', (t) =>
	t.field({
		type: [AccessPackageType],
		authScopes,
		description: 'The packages that the person was sent a link to, the oldest first.',
		resolve: ({ id }, _, context) => packagesFor(context, id),
	}),
);

const PackageFileType = builder.objectRef<PackageFile>('PackageFile').implement({
	description: 'A package as the person downloads it.',
	fields: (t) => ({
		fileName: t.exposeString('fileName', { authScopes: open, description: 'What to call the file.' }),
		content: t.string({
			authScopes: open,
			description: 'The zip, in base64.',
			resolve: ({ bytes }) => bytes.toString('base64'),
		}),
	}),
});

builder.mutationField('openPackage', (t) =>
	t.errorUnionField({
		types: [PackageFileType, InputRejected, RefusedType],
		union: { name: 'OpenPackageResult', description: 'What came of downloading a package.' },
		authScopes: open,
		description: 'The package that the link of a letter is for, as often as it is asked for until it expires.',
		args: { input: t.arg({ type: TokenInput, description: 'The link.' }) },
		resolve: async (_, { input }, context) => member('PackageFile', await openPackage(context, input)),
	}),
);

staffActions({ type: AccessPackageType, name: 'AccessPackage', unknown: 'UNKNOWN_PACKAGE' })('revokePackage', {
	input: builder.inputType('RevokePackageInput', {
		description: 'The package that is not to be downloaded any more.',
		fields: (t) => ({ id: t.id({ description: 'The id of the package.' }) }),
	}),
	schema: revokePackageInput,
	scope: 'requests:answer',
	description: 'Destroys a package before its time; its link leads to nothing from then on.',
	came: 'What came of revoking a package.',
	asked: 'Which package.',
	act: (context, { id }) => revokePackage(context, id),
});
