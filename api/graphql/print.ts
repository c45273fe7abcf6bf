import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './schema.ts';

/** The published contract: the schema as text, in the order of the alphabet, so that it changes only where the API does. */
export const printSdl = (): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
