import { decodeGlobalID } from '@pothos/plugin-relay';

/** The id within the store that an id of the API names; null where it names something else. */
export const localIdOf = (type: string, globalId: string): string | null => {
	try {
		const { typename, id } = decodeGlobalID(globalId);
		return typename === type ? id : null;
	} catch {
		return null;
	}
};
