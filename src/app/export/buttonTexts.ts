/** The texts of the buttons; apart from those of the dialogs, which load on demand. */

export const exportList = 'Export'
export const follow = 'Follow'
