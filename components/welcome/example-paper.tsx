import { useEffect, useRef } from 'preact/hooks'
import { exampleMessages } from '#locales/example.ts'
import { examplePaper } from '#locales/example-paper.ts'
import { useStore } from '../store/use-store.ts'

/** The id of the list of questions in it: what is read of the page. */
export const exampleListId = 'kl-example-list'

/** A letter, and the list of questions that it names, in the shape of an official paper; said to be none. */
export function ExamplePaper({ onPaper }: { onPaper: (paper: HTMLElement) => void }) {
  const t = useStore(exampleMessages)
  const { mark, letter, list } = examplePaper
  const paper = useRef<HTMLElement>(null)
  useEffect(() => {
    if (paper.current !== null) onPaper(paper.current)
  }, [])
  return (
    <article ref={paper} class="kl-example__paper" lang="nl" aria-label={t.paper}>
      <p class="kl-example__mark">{mark}</p>
      <section class="kl-example__sheet">
        <p class="kl-example__dossier">
          <b>{letter.dossier}</b>
          <span>{letter.name}</span>
        </p>
        <h2>{letter.title}</h2>
        {letter.paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </section>
      <section class="kl-example__sheet" id={exampleListId}>
        <h2>{list.title}</h2>
        <table class="kl-example__table">
          <thead>
            <tr>
              {list.columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.questions.map(({ number, code, page, question, answer }) => [
              <tr key={`${number}-question`}>
                <td>{number}</td>
                <td>{question}</td>
                <td>{code}</td>
                <td>{page}</td>
              </tr>,
              <tr key={`${number}-answer`}>
                <td colSpan={list.columns.length}>
                  {answer.map((text) => (
                    <p key={text}>{text}</p>
                  ))}
                </td>
              </tr>,
            ])}
          </tbody>
        </table>
      </section>
    </article>
  )
}
