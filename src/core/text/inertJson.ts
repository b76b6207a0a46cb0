/** JSON that cannot end the element of HTML around it. */
export const inertJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
