import type { BuildEnvironmentOptions } from 'vite'

/** How scripts are bundled, in the packages and where they are measured. */
export const bundling: BuildEnvironmentOptions = {
  target: ['chrome140', 'firefox149'],
  rolldownOptions: {
    // What is made once stays constant, so the minifier may put it where it is used.
    output: { topLevelVar: false },
    // An expression that nothing uses is left out.
    treeshake: { manualPureFunctions: ['RegExp'] },
  },
}
