/** An address without its fragment: a page of it, and all places in it. */
export const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url
