/** A store that cannot be opened or used as it is; the message says what is wrong and how to go on. */
export class StoreError extends Error {
	override name = 'StoreError';
}

/** Somebody else added to a stream since it was read. Reading it again and deciding anew is the way on. */
export class StreamConflict extends Error {
	override name = 'StreamConflict';
}
