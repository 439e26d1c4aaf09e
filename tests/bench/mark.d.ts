declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element)
    markRegExp(expression: RegExp, options: { readonly each?: (element: Element) => void }): void
  }
}
