import { systemsFile } from '../../schema/system/system.ts';
import { type TestApi, tokenIn } from '../graphql/api.ts';

const hand = { by: 'hand', how: 'look into the cabinet in room 4' };

/** What a content folder declares: paper of one's own, a processor, a partner that is told of opt-outs. */
export const handSystems = systemsFile.parse([
	{ id: 'paper', name: 'Paper files', owner: 'Wren Okafor', reach: hand },
	{ id: 'mailer', name: 'Letter Works', owner: 'Ada Lindqvist', holder: 'serviceProvider', reach: hand },
	{ id: 'adverts', name: 'Wide Reach', owner: 'Ada Lindqvist', holder: 'thirdParty', toldOf: ['OPT_OUT'], reach: hand },
]);

export const verify =
	'mutation ($id: ID!) { verifyRightsRequest(input: { id: $id, points: [EMAIL, NAME, CUSTOMER_NUMBER], declaration: true }) { __typename } }';

/** Asks for rights and confirms the address; answers the receipt code and the requests as staff sees them. */
export const askFor = async (api: TestApi, rights: string[], key: string, email = 'ana@example.com') => {
	const asked = await api.ask(
		`mutation ($rights: [Right!]!, $email: String!) { submitRightsRequest(input: { population: WEBSITE, rights: $rights, email: $email,
			correction: { what: "My street", shouldBe: "Quay Street" } }) { ... on RightsReceipt { code needsConfirmation } } }`,
		{ rights, email },
	);
	const { code, needsConfirmation } = asked.data.submitRightsRequest;
	const [letter] = await api.deliver();
	if (needsConfirmation) {
		const token = tokenIn(letter, 'requests/confirm');
		await api.ask('mutation ($token: String!) { confirmRightsRequest(input: { token: $token }) { __typename } }', {
			token,
		});
		await api.deliver();
	}
	const { data } = await api.ask('{ rightsRequests { edges { node { id right dueOn } } } }', {}, { key });
	const requests: { id: string; right: string; dueOn: string }[] = data.rightsRequests.edges.map(
		({ node }: { node: unknown }) => node,
	);
	return { code: code as string, requests };
};
