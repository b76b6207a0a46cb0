/** JSON that cannot end the element of HTML it stands in. */
export const inertJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
