import { launchChromium } from './chromium.ts'
import { launchFirefox } from './firefox.ts'
import type { Driver, LaunchOptions } from './types.ts'

export function launch(options: LaunchOptions): Promise<Driver> {
  return options.family === 'firefox' ? launchFirefox(options) : launchChromium(options)
}
