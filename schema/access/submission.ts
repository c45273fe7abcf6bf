import { z } from 'zod';
import { emailField, nameField } from '../fields.ts';
import { roles } from './access.ts';

/** Somebody to be added to staff. */
export const newStaff = z.object({ name: nameField, email: emailField, role: z.enum(roles) });
export type NewStaff = z.output<typeof newStaff>;
