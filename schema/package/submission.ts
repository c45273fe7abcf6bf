import { z } from 'zod';

/** The package that can be downloaded no more. */
export const revokePackageInput = z.object({
	id: z.string().min(1, 'Expected the id of a package.').max(200, 'Expected the id of a package.'),
});
