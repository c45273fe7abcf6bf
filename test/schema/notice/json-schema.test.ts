import { expect, it } from 'vitest';
import { frontMatterJsonSchema } from '../../../schema/notice/json-schema.ts';

it('knows what an author may write, not what the schema makes of it', () => {
	const schema = JSON.stringify(frontMatterJsonSchema());
	expect(schema).toContain('"respondWithinDays"');
	expect(schema).toContain('"translationOf"');
	expect(schema).toContain('"additionalProperties":false');
});
