import type { CodeState } from '#utils/browser/protocol/card.ts'
import type { PageReport } from '#utils/browser/protocol/page-report.ts'
import type { Painter } from '#utils/dom/painter.ts'
import type { PageChannel } from './channel.ts'
import { sayTheSame } from './report.ts'

/**
 * Tells the background what the page names, and paints what it knows of that.
 *
 * @param now what the page names
 */
export function createReports(now: () => PageReport, channel: PageChannel, painter: Painter, signal: AbortSignal) {
  let reported: PageReport | null = null

  const askStates = async ({ codes }: PageReport): Promise<void> => {
    const ids = codes.map(({ id }) => id)
    const states = ids.length === 0 ? {} : await channel.send('card/states', { ids })
    if (!signal.aborted) painter.setStates(new Map<string, CodeState>(Object.entries(states)))
  }
  // Without an answer the page stays painted as it is; the next report asks again.
  const paint = (report: PageReport): unknown => askStates(report).catch(() => undefined)

  const tell = (report: PageReport): void => {
    reported = report
    channel.send('page/report', report).catch(() => undefined)
    paint(report)
  }
  return {
    /** Whatever was told before. */
    anew: (): void => tell(now()),
    /** Where something else is named than was told last. */
    change(): void {
      const report = now()
      if (reported === null || !sayTheSame(reported, report)) tell(report)
    },
    /** Something else is known of the codes. */
    repaint: (): unknown => paint(now()),
  }
}
