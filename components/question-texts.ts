import { useStore } from '@nanostores/preact'
import { useMemo } from 'preact/hooks'
import { documentMessages } from '#locales/document.ts'
import { popupMessages } from '#locales/popup.ts'
import { questionMessages } from '#locales/questions.ts'

/** The texts that stand in every row of a list of questions, looked up once for all of them. */
export function useQuestionTexts() {
  const document = useStore(documentMessages)
  const questions = useStore(questionMessages)
  const popup = useStore(popupMessages)
  return useMemo(() => ({ document, questions, popup }), [document, questions, popup])
}

export type QuestionTexts = ReturnType<typeof useQuestionTexts>
