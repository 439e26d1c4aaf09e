import { afterEach } from 'vitest'
import { clearStages } from './stage.tsx'

afterEach(clearStages)
