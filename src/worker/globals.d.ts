/** Put in by the build: whether browsers keep the site, to show it without a network. */
declare const __IS_CACHED__: boolean
