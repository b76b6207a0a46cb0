/** Names that Windows keeps for devices, whatever their extension. */
export const DEVICE_NAME = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])$/i
