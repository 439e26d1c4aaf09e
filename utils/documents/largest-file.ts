/** Larger files are no documents of this kind, and would fill the memory of a browser's worker. Bytes. */
export const largestFile = 100 * 1024 * 1024
