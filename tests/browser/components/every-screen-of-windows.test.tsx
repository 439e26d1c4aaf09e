import { checkScreens } from './every-screen.ts'

checkScreens(false)
