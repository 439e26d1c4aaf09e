/**
 * Name of a mark in the world that our scripts share in one document, and that no page sees: the content script has
 * begun there.
 */
export const presence = 'kamerlensBegun'
