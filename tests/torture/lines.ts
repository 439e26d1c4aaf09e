/** How often a line stands in a text. */
export const countOf = (text: string, line: string): number => text.split('\n').filter((one) => one === line).length
