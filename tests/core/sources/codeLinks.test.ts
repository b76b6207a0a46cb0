import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeLinks } from '#core/sources/codeLinks.ts'

test.each([
  ['at https://github.com/lab/router.', ['https://github.com/lab/router']],
  ['at http://www.github.com/lab/router.git.', ['https://github.com/lab/router']],
  ['at GitHub.com/lab/router/tree/main/src', ['https://github.com/lab/router']],
  ['\\footnote{See https://gitlab.com/lab/a_b}', ['https://gitlab.com/lab/a_b']],
  ['athttps://codeberg.org/lab/site.js, and', ['https://codeberg.org/lab/site.js']],
  ['(https://bitbucket.org/lab/router)', ['https://bitbucket.org/lab/router']],
  ['https://github.com/lab/router and https://github.com/Lab/Router', ['https://github.com/lab/router']],
  [
    'https://github.com/lab/b then https://github.com/lab/a',
    ['https://github.com/lab/b', 'https://github.com/lab/a'],
  ],
  ['https://github.com/lab', []],
  ['https://github.com/lab/', []],
  ['https://github.com/lab/...', []],
  ['https://gist.github.com/lab/1234', []],
  ['https://notgithub.com/lab/router', []],
  ['https://example.org/github.com/lab/router', []],
  ['https://lab.github.io/router', []],
])('in %j are %j', (text, links) => {
  expect(codeLinks(text)).toEqual(links)
})

test('links found once are found again', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w-]{1,20}$/), fc.stringMatching(/^[\w.-]{0,20}\w$/), (owner, name) => {
      const links = codeLinks(`https://github.com/${owner}/${name}`)
      expect(codeLinks(links.join(' '))).toEqual(links)
    }),
  )
})
