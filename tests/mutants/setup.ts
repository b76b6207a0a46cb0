import { beforeEach } from 'vitest'

/** How long much of something takes, or that it is no bound, is no matter of mutants: what they read is read by others. */
const STRESS = /\b\d+ kB of|megabyte|million|20,000/

beforeEach(({ task, skip }) => {
  skip(STRESS.test(task.name))
})
