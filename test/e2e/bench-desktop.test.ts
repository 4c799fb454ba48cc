import { benchStories } from '../support/bench-stories'
import { desktop } from '../support/hosts'

benchStories(desktop)
