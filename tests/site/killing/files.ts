import { withSiteFolder } from '#site/build/siteFolder.ts'

/** The files of a site in the order in which a build writes them: paths, and contents in Base64. */
export type Files = readonly (readonly [path: string, content: string])[]

/** Writes a site as a build does once all is made. */
export const writeFiles = (out: string, files: Files): Promise<void> =>
  withSiteFolder(out, async folder => {
    folder.begin(files.map(([path]) => path))
    for (const [path, content] of files) folder.write(path, Buffer.from(content, 'base64'))
    folder.finish()
  })
