/** What heads the columns of a table of questions, as its words stand in text. */

/** Pattern source of the head of the numbers. */
export const headOfNumbersSource = String.raw`(?:Nr\.?|#|Nummer|Volgnr\.?)`

export const headOfNumbers = new RegExp(`^${headOfNumbersSource}$`)
