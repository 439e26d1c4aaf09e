import { expect, test } from 'vitest'
import { missingPackages } from '../../../scripts/lock-file.ts'

test('packages of other systems that the lock leaves out are named with the machines that they are for', () => {
  const packages = {
    'node_modules/tool': {
      version: '2.0.0',
      dev: true,
      optionalDependencies: {
        '@tool/cli-linux-x64': '2.0.0',
        '@tool/cli-darwin-arm64': '2.0.0',
        '@tool/cli-linux-arm-musleabihf': '2.0.0',
        '@tool/cli-win32-x64-msvc': '2.0.0',
      },
    },
    'node_modules/@tool/cli-linux-x64': { version: '2.0.0', optional: true },
    // Beside the tool that asks for it, as npm lays it where two versions are needed.
    'node_modules/tool/node_modules/@tool/cli-win32-x64-msvc': { version: '2.0.0', optional: true },
  }
  expect(missingPackages({ packages })).toEqual([
    [
      'node_modules/@tool/cli-darwin-arm64',
      { version: '2.0.0', cpu: ['arm64'], dev: true, optional: true, os: ['darwin'] },
    ],
    [
      'node_modules/@tool/cli-linux-arm-musleabihf',
      { version: '2.0.0', cpu: ['arm'], dev: true, libc: ['musl'], optional: true, os: ['linux'] },
    ],
  ])
})
