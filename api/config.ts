import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { providerRoles } from '../schema/access/provider.ts';
import type { Targets } from '../schema/webhook.ts';
import type { ProviderConfig } from './identity-provider.ts';

/** The folder that holds package.json. */
export const projectRoot = resolve(fileURLToPath(new URL('..', import.meta.url)));

/** A value of the environment or the command line that the program cannot run with; said in one plain line, exit 2. */
export class ConfigurationError extends Error {
	override name = 'ConfigurationError';
}

const webAddress = z
	.url({ protocol: /^https?$/, error: 'expected an address such as https://privacy.example.com' })
	.transform((text) => text.replace(/\/+$/, ''));

const whole = (least: number, most: number) =>
	z.coerce
		.number({ error: `expected a whole number from ${least} to ${most}` })
		.int(`expected a whole number from ${least} to ${most}`)
		.min(least, `expected a whole number from ${least} to ${most}`)
		.max(most, `expected a whole number from ${least} to ${most}`);

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** Staff may sign in only with a provider that nobody can listen to. */
const issuer = z
	.url({ error: 'expected an address such as https://login.example.com' })
	.refine(
		(text) => /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:|\/|$))/.test(text),
		'expected https, or http on this machine',
	);

const jsonRoles = z
	.string()
	.transform((text, context): unknown => {
		try {
			return JSON.parse(text);
		} catch {
			context.addIssue('expected JSON such as {"groups":{"privacy-desk":"handler"}}');
			return z.NEVER;
		}
	})
	.pipe(providerRoles);

const dataKey = z.string().regex(/^[A-Za-z0-9_-]{43}=?$/, 'expected 32 bytes in base64url (43 characters)');

const environment = z.object({
	PORT: whole(0, 65_535).default(4321),
	HOST: z.string().default('localhost'),
	PUBLIC_URL: webAddress.optional(),
	API_URL: webAddress.optional(),
	DATA_DIR: z.string().default('./data'),
	CONTENT_DIR: z.string().default('./content'),
	DATABASE_URL: z
		.string()
		.regex(/^(postgres(ql)?:\/\/|sqlite:)/, 'expected postgres://… or sqlite:<file>')
		.optional(),
	/** `node` asks for node:sqlite in place of sqlite3; both read and write the same file. */
	SQLITE_DRIVER: z.enum(['sqlite3', 'node'], { error: 'expected sqlite3 or node' }).default('sqlite3'),
	SMTP_URL: z
		.string()
		.regex(/^smtps?:\/\//, 'expected smtp://host:port or smtps://user:password@host:port')
		.optional(),
	MAIL_FROM: z.string().default('Privacy <privacy@localhost>'),
	/** Letters as files are for trying things out; in production they have to be asked for. */
	MAIL_FILES: z.enum(['yes', 'no'], { error: 'expected yes or no' }).optional(),
	DKIM_DOMAIN: z.string().optional(),
	DKIM_SELECTOR: z.string().optional(),
	DKIM_PRIVATE_KEY: z.string().optional(),
	DATA_KEY: dataKey.optional(),
	/** The key that takes the place of DATA_KEY, while that is going on. */
	DATA_KEY_NEXT: dataKey.optional(),
	/** An Ed25519 private key, PEM or 32 bytes in base64url; read by api/signing-key.ts. */
	SIGNING_KEY: z.string().optional(),
	OIDC_ISSUER: issuer.optional(),
	OIDC_CLIENT_ID: z.string().optional(),
	OIDC_CLIENT_SECRET: z.string().optional(),
	OIDC_ROLES: jsonRoles.optional(),
	TRUSTED_PROXIES: whole(0, 10).default(0),
	/** `any` lets webhooks go to http and to private addresses, on a network of one's own. */
	WEBHOOK_TARGETS: z.enum(['public', 'any'], { error: 'expected public or any' }).default('public'),
	LOG_LEVEL: z.enum(logLevels, { error: `expected one of ${logLevels.join(', ')}` }).default('info'),
	NODE_ENV: z.string().optional(),
});

const secrets = [
	'DATABASE_URL',
	'SMTP_URL',
	'DKIM_PRIVATE_KEY',
	'DATA_KEY',
	'DATA_KEY_NEXT',
	'SIGNING_KEY',
	'OIDC_CLIENT_SECRET',
] as const;

/** Each secret may also stand in a file that `<NAME>_FILE` names. */
const withSecretFiles = (env: NodeJS.ProcessEnv, names: readonly string[] = secrets): NodeJS.ProcessEnv => {
	const result = { ...env };
	for (const name of names) {
		const file = env[`${name}_FILE`];
		if (!file) continue;
		try {
			result[name] = readFileSync(file, 'utf8').trim();
		} catch {
			throw new ConfigurationError(`${name}_FILE: cannot read the file ${file}; name one that this user may read.`);
		}
	}
	return result;
};

const fromRoot = (path: string) => (isAbsolute(path) ? path : join(projectRoot, path));

export interface Config {
	port: number;
	host: string;
	/** Without a slash at its end; every link in a letter begins with it. */
	publicUrl: string;
	/** Where the pages find the API; absent when it is this same server. */
	apiUrl: string | undefined;
	dataDir: string;
	contentDir: string;
	databaseUrl: string | undefined;
	sqliteDriver: 'sqlite3' | 'node';
	mail: {
		smtpUrl: string | undefined;
		from: string;
		filesAllowed: boolean;
		dkim: { domain: string; selector: string; privateKey: string } | undefined;
	};
	dataKey: string | undefined;
	dataKeyNext: string | undefined;
	signingKey: string | undefined;
	/** Where staff signs in beside the mailed link. */
	identityProvider: ProviderConfig | undefined;
	trustedProxies: number;
	webhookTargets: Targets;
	logLevel: (typeof logLevels)[number];
}

const dkimOf = (env: z.output<typeof environment>) => {
	const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY: privateKey } = env;
	if (domain && selector && privateKey) return { domain, selector, privateKey };
	if (domain || selector || privateKey) {
		throw new ConfigurationError('DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY: set all three, or none.');
	}
	return undefined;
};

const identityProviderOf = (env: z.output<typeof environment>): ProviderConfig | undefined => {
	const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ROLES: roles } = env;
	if (issuer && clientId && roles) return { issuer, clientId, clientSecret, roles };
	if (issuer || clientId || clientSecret || roles) {
		throw new ConfigurationError('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_ROLES: set all three, or none.');
	}
	return undefined;
};

/** The configuration that an environment states; throws ConfigurationError with one line naming the variable at fault. */
export const readConfig = (processEnv: NodeJS.ProcessEnv = process.env): Config => {
	const withoutEmpty = Object.entries(withSecretFiles(processEnv)).filter(([, value]) => value !== '');
	const parsed = environment.safeParse(Object.fromEntries(withoutEmpty));
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new ConfigurationError(`${issue?.path.join('.')}: ${issue?.message}. Mend or remove it and start again.`);
	}
	const env = parsed.data;
	return {
		port: env.PORT,
		host: env.HOST,
		publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
		apiUrl: env.API_URL,
		dataDir: fromRoot(env.DATA_DIR),
		contentDir: fromRoot(env.CONTENT_DIR),
		databaseUrl: env.DATABASE_URL,
		sqliteDriver: env.SQLITE_DRIVER,
		mail: {
			smtpUrl: env.SMTP_URL,
			from: env.MAIL_FROM,
			filesAllowed: env.MAIL_FILES ? env.MAIL_FILES === 'yes' : env.NODE_ENV !== 'production',
			dkim: dkimOf(env),
		},
		dataKey: env.DATA_KEY,
		dataKeyNext: env.DATA_KEY_NEXT,
		signingKey: env.SIGNING_KEY,
		identityProvider: identityProviderOf(env),
		trustedProxies: env.TRUSTED_PROXIES,
		webhookTargets: env.WEBHOOK_TARGETS,
		logLevel: env.LOG_LEVEL,
	};
};

/** The address of a system that systems.yaml names by a variable, which may also stand in a file as other secrets do. */
export const systemAddress = (name: string, processEnv: NodeJS.ProcessEnv = process.env): string => {
	const address = withSecretFiles(processEnv, [name])[name];
	if (address && /^postgres(ql)?:\/\//.test(address)) return address;
	throw new ConfigurationError(`${name}: expected postgres://…, since systems.yaml names it. Set it, or ${name}_FILE.`);
};

/** Throws ConfigurationError where there is no content folder. */
export const requireContentDir = (contentDir: string): void => {
	if (!existsSync(contentDir)) {
		throw new ConfigurationError(`CONTENT_DIR: there is no folder ${contentDir}; name one that holds notices/.`);
	}
};

/** Makes the data folder where it is missing; throws ConfigurationError where it cannot be written to. */
export const prepareDataDir = (dataDir: string): void => {
	try {
		if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
		accessSync(dataDir, constants.W_OK | constants.X_OK);
	} catch (error) {
		const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
		throw new ConfigurationError(
			`DATA_DIR: cannot write to ${dataDir} (${why}); name a folder that this user may write to.`,
		);
	}
};
