import { SITE_ABOUT } from '#core/site/headTags.ts'
import { ICONS } from './icons.ts'

/** Web manifest, with which browsers install the site. Its addresses are relative to itself, so that any folder can serve it. */
export const webManifest = (siteName: string): string =>
  JSON.stringify({
    id: '.',
    name: siteName,
    short_name: siteName,
    description: SITE_ABOUT,
    start_url: '.',
    scope: '.',
    display: 'standalone',
    lang: 'en',
    // The light colour of paper: browsers take those of the page itself as soon as it is there.
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    icons: [
      { src: 'icon.svg', type: 'image/svg+xml', sizes: 'any' },
      ...ICONS.filter(({ purpose }) => purpose !== undefined).map(({ file, size, purpose }) => ({
        src: file,
        type: 'image/png',
        sizes: `${size}x${size}`,
        purpose,
      })),
    ],
  })
