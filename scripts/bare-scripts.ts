import type { Plugin } from 'vite'

const wrapper = /^\0virtual:wxt-unlisted-script-entrypoint\?/

/**
 * What WXT puts around a script of our own tells of its errors in a build for development only, and nothing at all in a
 * package; without it, the browser tells of them.
 */
export function bareScripts(): Plugin {
  return {
    name: 'kamerlens:bare-scripts',
    enforce: 'pre',
    load: {
      filter: { id: wrapper },
      handler: (id) => `import script from ${JSON.stringify(id.replace(wrapper, ''))}\nscript.main()\n`,
    },
  }
}
