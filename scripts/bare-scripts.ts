import type { Plugin } from 'vite'

const wrapper = /^\0virtual:wxt-unlisted-script-entrypoint\?/
const pagePlugins = /^\0virtual:wxt-html-plugins$/

/**
 * What WXT puts around a script of our own tells of its errors in a build for development only, and nothing at all in a
 * package; without it, the browser tells of them. What it puts into each page would start plugins, of which there are none: it stood in the
 * first chunk that pages share, so that each page loaded that whole, the document for workers too, which shows nothing.
 */
export function bareScripts(): Plugin {
  return {
    name: 'kamerlens:bare-scripts',
    enforce: 'pre',
    load: {
      filter: { id: [wrapper, pagePlugins] },
      handler: (id) =>
        pagePlugins.test(id) ? '' : `import script from ${JSON.stringify(id.replace(wrapper, ''))}\nscript.main()\n`,
    },
  }
}
