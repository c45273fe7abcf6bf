import { z } from 'zod';
import { type Role, roles } from './access.ts';

const role = z.string().transform((text, context): Role => {
	const known = roles.find((it) => it === text.toUpperCase());
	if (known) return known;
	context.addIssue(`expected a role: ${roles.join(', ').toLowerCase()}`);
	return z.NEVER;
});

/** Which role whom an identity provider names has: by the name of a claim, then by its value. */
export const providerRoles = z.record(z.string(), z.record(z.string(), role));
export type ProviderRoles = z.output<typeof providerRoles>;

/** What an identity provider says of a person. */
export const providerClaims = z.looseObject({
	iss: z.string().min(1),
	sub: z.string().min(1).max(255),
	name: z.string().max(200).optional().catch(undefined),
	email: z.string().max(254).optional().catch(undefined),
	email_verified: z.boolean().optional().catch(undefined),
});
export type ProviderClaims = z.output<typeof providerClaims>;

const valuesOf = (claims: ProviderClaims, claim: string): unknown[] => {
	// An address that the provider has not verified may be anybody's.
	if (claim === 'email' && claims.email_verified !== true) return [];
	return Object.hasOwn(claims, claim) ? [claims[claim]].flat() : [];
};

/** The role of a person, by the first claim of the table that names one, and its first value; null where none does. */
export const roleIn = (table: ProviderRoles, claims: ProviderClaims): Role | null => {
	for (const [claim, byValue] of Object.entries(table)) {
		const held = valuesOf(claims, claim);
		for (const [value, role] of Object.entries(byValue)) if (held.includes(value)) return role;
	}
	return null;
};
