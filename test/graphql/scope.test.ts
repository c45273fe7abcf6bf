import SchemaBuilder from '@pothos/core';
import scopeAuth from '@pothos/plugin-scope-auth';
import { type GraphQLArgument, type GraphQLField, isInterfaceType, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { declaredScopes } from '../../api/graphql/declared-scopes.ts';
import { schema } from '../../api/graphql/schema.ts';
import { scopes } from '../../schema/access/access.ts';
import { openTestApi } from './api.ts';

interface Declared {
	name: string;
	scopes: unknown;
}

const scopesOf = (field: GraphQLField<unknown, unknown>) => {
	const { pothosOptions } = field.extensions as { pothosOptions?: { authScopes?: unknown } };
	return pothosOptions?.authScopes;
};

const fields: Declared[] = Object.values(schema.getTypeMap())
	.filter((type) => !type.name.startsWith('__') && (isObjectType(type) || isInterfaceType(type)))
	.flatMap((type) =>
		isObjectType(type) || isInterfaceType(type)
			? Object.values(type.getFields()).map((field) => ({
					name: `${type.name}.${field.name}`,
					scopes: scopesOf(field),
				}))
			: [],
	);

it('declares on every field who may read it', () => {
	expect(fields.length).toBeGreaterThan(200);
	expect(fields.filter(({ scopes }) => scopes === undefined)).toEqual([]);
	const known = [{ public: true }, ...scopes.map((scope) => ({ scope }))].map((it) => JSON.stringify(it));
	expect(fields.filter(({ scopes }) => !known.includes(JSON.stringify(scopes)))).toEqual([]);
});

it('keeps exactly these fields for keys', () => {
	const guarded = fields.filter(({ scopes }) => JSON.stringify(scopes) !== '{"public":true}').map(({ name }) => name);
	const staffTypes = [
		'RightsRequest',
		'RequestClock',
		'VerificationLevel',
		'KeptGround',
		'Denial',
		'RequestFee',
		'Objection',
		'Sent',
		'SentCorrection',
		'AudienceHandedOver',
		'DeliveryReportRecorded',
		'ChoiceEvent',
		'ChoiceFigures',
		'GoverningVersion',
		'SystemTask',
		'AccessPackage',
		'StaffMember',
		'ApiKey',
		'ApiKeyMade',
		'Webhook',
		'WebhookDelivery',
		'WebhookMade',
		'PreviewedLetter',
		'RequestPreview',
		'RequestActionForm',
		'ActionField',
		'ActionFieldOption',
		'ActionFieldCondition',
		'RequestHappening',
		'AuditEvent',
		'Telling',
		'SubscriberFigures',
		'SubscriberGroup',
		'SubscriberMonth',
		'ObjectionFigures',
		'ObjectionPreview',
		'System',
		'RequestEvent',
		'RequestWeek',
		'DeskToday',
		'OpenedFile',
	];
	const ofStaff = (name: string) => staffTypes.some((type) => name.startsWith(`${type}.`));
	expect(guarded.filter((name) => !ofStaff(name)).sort()).toEqual([
		'Mutation.addStaffMember',
		'Mutation.answerRightsRequest',
		'Mutation.askAboutRightsRequest',
		'Mutation.askConsumer',
		'Mutation.authoriseRightsRequest',
		'Mutation.changeStaffRole',
		'Mutation.chargeForRightsRequest',
		'Mutation.closeRightsRequest',
		'Mutation.completeSystemTask',
		'Mutation.contestAccuracy',
		'Mutation.createApiKey',
		'Mutation.createWebhook',
		'Mutation.decideObjection',
		'Mutation.disableWebhook',
		'Mutation.enableWebhook',
		'Mutation.endStaffSessions',
		'Mutation.extendRightsRequest',
		'Mutation.failSystemTask',
		'Mutation.handOverAudience',
		'Mutation.openFile',
		'Mutation.previewAnswerRightsRequest',
		'Mutation.previewAskAboutRightsRequest',
		'Mutation.previewAskConsumer',
		'Mutation.previewAuthoriseRightsRequest',
		'Mutation.previewChargeForRightsRequest',
		'Mutation.previewCloseRightsRequest',
		'Mutation.previewContestAccuracy',
		'Mutation.previewDecideObjection',
		'Mutation.previewExtendRightsRequest',
		'Mutation.previewReopenRightsRequest',
		'Mutation.previewTreatRightsRequestAsCategories',
		'Mutation.previewVerifyRightsRequest',
		'Mutation.previewWriteAboutRightsRequest',
		'Mutation.recordDeliveryReport',
		'Mutation.recordRightsRequest',
		'Mutation.removeStaffMember',
		'Mutation.reopenRightsRequest',
		'Mutation.replayDelivery',
		'Mutation.replayFailedDeliveries',
		'Mutation.revokeApiKey',
		'Mutation.revokePackage',
		'Mutation.treatRightsRequestAsCategories',
		'Mutation.verifyRightsRequest',
		'Mutation.writeAboutRightsRequest',
		'Notice.reviewDueOn',
		'NoticeVersion.objectionFigures',
		'NoticeVersion.told',
		'Query.apiKeys',
		'Query.auditEvents',
		'Query.choiceFigures',
		'Query.deskToday',
		'Query.governingVersion',
		'Query.governingVersions',
		'Query.objections',
		'Query.optOutStateOfPerson',
		'Query.optOuts',
		'Query.requestEvents',
		'Query.requestFigures',
		'Query.rightsRequests',
		'Query.rightsRequestsByAddress',
		'Query.rightsRequestsByCode',
		'Query.staffMembers',
		'Query.subscriberFigures',
		'Query.systemTasks',
		'Query.systems',
		'Query.webhooks',
		'RightsReceipt.rightsRequests',
		'Subscription.requestEvents',
	]);
	const all = fields.map(({ name }) => name).filter(ofStaff);
	expect(guarded).toEqual(expect.arrayContaining(all));
});

it('describes every type, field and argument', () => {
	const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
	const bare = types.flatMap((type) => {
		const own = 'getFields' in type ? Object.values(type.getFields()) : [];
		const args = own.flatMap((field) =>
			'args' in field
				? field.args.map((arg: GraphQLArgument) => [`${type.name}.${field.name}(${arg.name})`, arg] as const)
				: [],
		);
		const all = [
			[type.name, type] as const,
			...own.map((field) => [`${type.name}.${field.name}`, field] as const),
			...args,
		];
		return all.filter(([, it]) => !it.description).map(([name]) => name);
	});
	// Connection arguments are described by their specification.
	expect(bare.filter((name) => !/\((first|last|before|after)\)$/.test(name))).toEqual([]);
});

it('cannot be built with a field that declares nothing', () => {
	const builder = new SchemaBuilder<{ AuthScopes: { public: boolean } }>({
		plugins: [scopeAuth, declaredScopes],
		scopeAuth: { authScopes: () => ({ public: true }) },
	});
	builder.queryType({ fields: (t) => ({ forgotten: t.string({ resolve: () => 'secret' }) }) });
	expect(() => builder.toSchema()).toThrow('Query.forgotten declares no authScopes');
});

const guarded = [
	'{ rightsRequests { edges { node { id } } } }',
	'{ objections(notice: "california", version: "2027-03-01") { edges { cursor } } }',
	'mutation { verifyRightsRequest(input: { id: "x" }) { __typename } }',
	'mutation { answerRightsRequest(input: { id: "", outcome: DENIED, message: "" }) { __typename } }',
	'mutation { handOverAudience(input: { notice: "", version: "", people: [] }) { __typename } }',
];

it('refuses strangers and keys with another scope, alike for good and bad input', async () => {
	await using api = await openTestApi();
	const other = await api.keyFor();
	for (const query of guarded) {
		for (const options of [{}, { key: other }]) {
			const { data, errors } = await api.ask(query, {}, options);
			expect(data ?? null).toBeNull();
			expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
		}
	}
});

it('lets a key do what its scope says and nothing else', async () => {
	await using api = await openTestApi();
	const reader = await api.keyFor('requests:read');
	const codes = [];
	for (const query of guarded) {
		const { errors } = await api.ask(query, {}, { key: reader });
		codes.push(errors?.[0]?.extensions?.code ?? null);
	}
	expect(codes).toEqual([null, 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
});

it('does not tell strangers whether a request exists', async () => {
	await using api = await openTestApi();
	const { data } = await api.ask(
		'mutation { submitRightsRequest(input: { population: WEBSITE, rights: [OPT_OUT] }) { ... on RightsReceipt { code } } }',
	);
	expect(data.submitRightsRequest.code).toBeDefined();
	const key = await api.keyFor('requests:read');
	const listed = await api.ask('{ rightsRequests { edges { node { id } } } }', {}, { key });
	const { id } = listed.data.rightsRequests.edges[0].node;
	const query = 'query ($id: ID!) { node(id: $id) { __typename id } }';
	const unknown = Buffer.from('RightsRequest:nothing').toString('base64');
	expect((await api.ask(query, { id })).text).toBe((await api.ask(query, { id: unknown })).text);
	expect((await api.ask(query, { id }, { key })).data.node).toEqual({ __typename: 'RightsRequest', id });
});

it('refuses a key that is unknown, malformed, expired or revoked', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('requests:read');
	const wrong = `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`;
	for (const bad of ['nk_1_2_3', wrong, `${key}0`, 'Bearer']) {
		const { status, errors } = await api.ask('{ notices { slug } }', {}, { key: bad });
		expect(status).toBe(401);
		expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
	}
	expect((await api.ask('{ notices { slug } }', {}, { headers: { authorization: `Basic ${key}` } })).status).toBe(401);
	expect((await api.ask('{ notices { slug } }', {}, { key })).status).toBe(200);
	api.addSeconds(365 * 86_400);
	expect((await api.ask('{ notices { slug } }', {}, { key })).status).toBe(401);
});
