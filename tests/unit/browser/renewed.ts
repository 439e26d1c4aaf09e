/** For files that run one after another in one place: a browser that no file before has used. */
import { renewBrowser } from './fake-browser.ts'

renewBrowser()
