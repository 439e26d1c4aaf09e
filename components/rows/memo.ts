import { Component, type ComponentChild, createElement, type FunctionComponent } from 'preact'

/** A part that is drawn again only when one of its inputs is another one: for long lists. */
export function memo<Props extends object>(part: FunctionComponent<Props>) {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const names = Object.keys(next) as (keyof Props)[]
      return names.length !== Object.keys(this.props).length || names.some((name) => next[name] !== this.props[name])
    }

    override render(): ComponentChild {
      return createElement(part, this.props as Props)
    }
  }
}
