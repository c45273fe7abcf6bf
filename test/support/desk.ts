import { newKey } from '../../api/service/keys.ts';
import type { Scope } from '../../schema/access/access.ts';
import { ask } from './graphql.ts';
import { startServer, type TestServer } from './server.ts';
import { type SmtpPeer, startSmtp } from './smtp.ts';

type Fields = Record<string, unknown>;

/** A request as the desk reads it. */
export interface DeskRequest {
	id: string;
	right: string;
	requester: string;
	manner: string;
	status: string;
	dueOn: string;
	revision: number;
	treatedAs: string | null;
	outcome: string | null;
	ground: string | null;
	denials: { category: string | null; item: number | null; ground: string; cite: string }[];
	grounds: { ground: string; cite: string }[];
	verification: { points: number; declaration: boolean; cite: string } | null;
	missingProofs: string[];
	availableActions: string[];
	tasks: { id: string; system: string; kind: string; status: string; toldOn: string | null }[];
	version: { version: string };
}

const fields = `id right requester manner status dueOn revision treatedAs outcome ground denials { category item ground cite }
	grounds { ground cite } verification { points declaration cite } missingProofs availableActions
	tasks { id system kind status toldOn } version { version }`;
const list = '{ rightsRequests(first: 100) { edges { node { id right } } } }';
const read = `query ($id: ID!) { node(id: $id) { ... on RightsRequest { ${fields} } } }`;
const submit = `mutation ($input: SubmitRightsRequestInput!) { submitRightsRequest(input: $input) {
	__typename ... on RightsReceipt { code } ... on Refusal { code message path } } }`;
const record = `mutation ($input: RecordRightsRequestInput!) { recordRightsRequest(input: $input) {
	__typename ... on RightsReceipt { code requests { right status dueOn } } ... on Refusal { code message path }
	... on InvalidInput { issues { path message } } } }`;
const confirm = `mutation ($token: String!) { confirmRightsRequest(input: { token: $token }) { __typename ... on Refusal { code } } }`;

/** The name of a mutation's input: `verifyRightsRequest` takes a `VerifyRightsRequestInput`. */
const inputOf = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;

const scopes = [
	'requests:read',
	'requests:record',
	'requests:verify',
	'requests:answer',
	'tasks:read',
	'tasks:write',
] as const satisfies readonly Scope[];

/** What a mutation came to: the request's status, or the code of the refusal. */
interface Done {
	code?: string;
	path?: string[];
	status?: string;
	issues?: { path: string[]; message: string }[];
}

/** A privacy desk and a person, at the real server and a real SMTP peer, with a clock that is moved. */
export interface TestDesk {
	server: TestServer;
	peer: SmtpPeer;
	submit(input: Fields): Promise<Fields>;
	/** Enters what reached staff. */
	record(input: Fields): Promise<Fields>;
	/** Confirms the newest submission by the link in its letter. */
	confirm(): Promise<void>;
	/** The newest request for a right. */
	request(right: string): Promise<DeskRequest>;
	requests(): Promise<DeskRequest[]>;
	/** Runs a mutation on the newest request for a right. */
	act(right: string, mutation: string, input?: Fields): Promise<Done>;
	/** The text of the newest letter whose subject holds some words; waits for it. */
	letter(subject: string): Promise<string>;
	asStaff(query: string, variables?: Fields): Promise<Fields>;
	[Symbol.asyncDispose](): Promise<void>;
}

/** Proof that is enough for every right of every notice here. */
export const proven = { points: ['EMAIL', 'NAME', 'CUSTOMER_NUMBER'], declaration: true };

export const openDesk = async (env: NodeJS.ProcessEnv = {}): Promise<TestDesk> => {
	const peer = await startSmtp();
	const server = await startServer({ SMTP_URL: peer.url, ...env });
	const { key } = await newKey({ store: server.store, now: server.now() }, { name: 'desk', scopes, days: 365 });
	const asStaff = async (query: string, variables: Fields = {}): Promise<Fields> => {
		const { body } = await ask(server.url, query, variables, { authorization: `Bearer ${key}` });
		if (!body.data) throw new Error(JSON.stringify(body.errors));
		return body.data;
	};
	const letter = async (subject: string): Promise<string> => {
		for (let tries = 0; tries < 300; tries += 1) {
			const found = peer.received.findLast(({ mail }) => mail.subject?.includes(subject));
			if (found) return found.mail.text ?? '';
			await new Promise((done) => setTimeout(done, 50));
		}
		throw new Error(`no letter with '${subject}' came`);
	};
	const listed = async () => {
		const { edges } = (await asStaff(list)).rightsRequests as { edges: { node: { id: string; right: string } }[] };
		return edges.map(({ node }) => node);
	};
	const readOne = async (id: string) => (await asStaff(read, { id })).node as DeskRequest;
	const request = async (right: string) => {
		const found = (await listed()).findLast((it) => it.right === right);
		if (!found) throw new Error(`there is no request for ${right}`);
		return readOne(found.id);
	};
	const requests = async () => Promise.all((await listed()).map(({ id }) => readOne(id)));
	return {
		server,
		peer,
		asStaff,
		letter,
		requests,
		request,
		async submit(input) {
			const { body } = await ask(server.url, submit, {
				input: { population: 'WEBSITE', email: 'ana@example.com', ...input },
			});
			return body.data?.submitRightsRequest as Fields;
		},
		record: async (input) =>
			(await asStaff(record, { input: { population: 'WEBSITE', ...input } })).recordRightsRequest as Fields,
		async confirm() {
			const token = /requests\/confirm\/([\w-]{43})\//.exec(await letter('Please confirm'))?.[1];
			await ask(server.url, confirm, { token });
		},
		async act(right, mutation, input = {}) {
			const { id } = await request(right);
			const data = await asStaff(
				`mutation ($input: ${inputOf(mutation)}!) { result: ${mutation}(input: $input) {
					... on RightsRequest { status } ... on Refusal { code path } ... on InvalidInput { issues { path message } } } }`,
				{ input: { id, ...input } },
			);
			return data.result as Done;
		},
		async [Symbol.asyncDispose]() {
			await server[Symbol.asyncDispose]();
			await peer.close();
		},
	};
};
