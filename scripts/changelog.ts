/** Versions of a changelog («Keep a Changelog») in its order, without what is not released; null where a heading is none. */
export function versionsIn(changelog: string): readonly string[] | null {
  const headings = [...changelog.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading)
  const versions: string[] = []
  for (const heading of headings) {
    if (heading === '[Unreleased]') continue
    const version = /^\[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$/.exec(heading)?.[1]
    if (version === undefined) return null
    versions.push(version)
  }
  return versions
}

export const newestVersion = (changelog: string): string | undefined => versionsIn(changelog)?.[0]
