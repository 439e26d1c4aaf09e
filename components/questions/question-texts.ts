import { useMemo } from 'preact/hooks'
import { documentMessages } from '#locales/document.ts'
import { popupMessages } from '#locales/popup.ts'
import { questionMessages } from '#locales/questions.ts'
import { selectionMessages } from '#locales/selection.ts'
import { useStore } from '../store/use-store.ts'

/** The texts that stand in every row of a list of questions, looked up once for all of them. */
export function useQuestionTexts() {
  const document = useStore(documentMessages)
  const questions = useStore(questionMessages)
  const popup = useStore(popupMessages)
  const { chooseQuestion } = useStore(selectionMessages)
  return useMemo(() => ({ document, questions, popup, chooseQuestion }), [document, questions, popup, chooseQuestion])
}

export type QuestionTexts = ReturnType<typeof useQuestionTexts>
